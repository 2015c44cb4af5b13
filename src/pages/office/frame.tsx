import type { ComponentChildren } from 'preact'
import type { Words } from '../../i18n.ts'
import { languageName } from '../../survey/language.ts'
import type { Organisation } from '../../survey/organisation.ts'
import type { Role } from '../../survey/rights.ts'
import { renderDocument } from '../frame.tsx'
import { link, type Query } from '../link.ts'
import { Rooms } from './rooms.tsx'

export interface OfficeFrame {
  language: string
  /** those of the office */
  languages: string[]
  /** those that surveys can be in */
  surveyLanguages: string[]
  words: Words
  assets: {
    officeStyle: string
    dashboardScript: string
    editorScript: string
    passkeyScript: string
    textRoomScript: string
  }
  organisation?: Organisation
  /** `confined`: a second factor comes before everything else */
  user?: { name: string; role: Role; confined?: boolean }
  csrf?: string
  /** of this page, without a query */
  path: string
  /** of this page, what its links in other languages keep */
  query?: Query
  /** the language was asked for by `?lang=`, so links carry it on */
  languageChosen?: boolean
}

interface Page {
  title: string
  /** the page draws figures */
  figures?: boolean
  /** the page holds the editor, and takes all the width there is */
  editor?: boolean
  /** the page may ask the browser for a passkey */
  passkeys?: boolean
  /** comments are worked with by mouse and keys */
  textRoom?: boolean
}

/** A whole office page. */
export function officeDocument(frame: OfficeFrame, page: Page, main: ComponentChildren): string {
  const { language, words, assets } = frame
  return renderDocument(
    {
      language,
      words,
      title: words('office:frame.title', { title: page.title, service: words('citizen:service') }),
      stylesheet: assets.officeStyle,
      ...(page.figures && { script: assets.dashboardScript }),
      ...(page.editor && { script: assets.editorScript }),
      ...(page.passkeys && { script: assets.passkeyScript }),
      ...(page.textRoom && { script: assets.textRoomScript }),
    },
    <div class={page.editor ? 'office office-wide' : 'office'}>
      <Header frame={frame} />
      <main id="main" tabIndex={-1}>
        {main}
      </main>
    </div>,
  )
}

/** A path within the office, in the language that was asked for. */
export const officePath = (frame: OfficeFrame, path: string, query: Query = {}) =>
  link(path, { ...query, lang: frame.languageChosen ? frame.language : undefined })

export function Csrf({ frame }: { frame: OfficeFrame }) {
  return <input type="hidden" name="_csrf" value={frame.csrf ?? ''} />
}

/** Says that answers are made up, wherever an organisation exists only to show things. */
function DemoTag({ frame }: { frame: OfficeFrame }) {
  if (!frame.organisation?.demo) return null
  return <strong class="tag tag-demo">{frame.words('office:frame.demo')}</strong>
}

function Header({ frame }: { frame: OfficeFrame }) {
  const { words, organisation, user } = frame
  return (
    <header class="masthead">
      <div class="masthead-row">
        <p class="masthead-name">
          <a href={officePath(frame, '/office')}>{words('citizen:service')}</a>
          {organisation && <span class="masthead-organisation">{organisation.name}</span>}
          <DemoTag frame={frame} />
        </p>
        {user && <SignOut frame={frame} name={user.name} />}
        <Languages frame={frame} />
      </div>
      {user && !user.confined && <Rooms frame={frame} role={user.role} />}
    </header>
  )
}

function SignOut({ frame, name }: { frame: OfficeFrame; name: string }) {
  const { words } = frame
  return (
    <form class="masthead-person" method="post" action={officePath(frame, '/office/sign-out')}>
      <Csrf frame={frame} />
      <span>
        {words('office:frame.signedIn')} <a href={officePath(frame, '/office/account')}>{name}</a>
      </span>
      <button class="button plain" type="submit">
        {words('office:frame.signOut')}
      </button>
    </form>
  )
}

function Languages({ frame }: { frame: OfficeFrame }) {
  return (
    <nav class="languages" aria-label={frame.words('citizen:languages')}>
      <ul>
        {frame.languages.map((language) => (
          <li key={language}>
            <a
              href={link(frame.path, { ...frame.query, lang: language })}
              lang={language}
              hreflang={language}
              aria-current={language === frame.language ? 'true' : undefined}
            >
              {languageName(language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
