import type { ComponentChildren } from 'preact'
import { languageName } from '../../survey/language.ts'
import { type Frame, renderDocument } from '../frame.tsx'
import { link } from '../link.ts'
import { LogoPicture } from '../logo.tsx'
import { WayOn } from './way-on.tsx'

export interface Shell {
  frame: Frame
  title: string
  /** the survey that the page is about */
  survey?: string
  /**
   * The page carries the form `answers`: languages are buttons of it, and answers are kept. A plain
   * one needs no script.
   */
  form?: boolean | 'plain'
  /** What the page shows is shown once: what there is to read opens beside it. */
  once?: boolean
  faulty?: boolean
  /** what else the head says */
  head?: ComponentChildren
  children: ComponentChildren
}

export function citizenPage(shell: Shell): string {
  const { frame, title, survey, form, once, faulty, head, children } = shell
  // So that nothing typed, and nothing shown this once, is lost by reading on.
  const beside = !!form || !!once
  const { language, words, style, organisation } = frame
  const owner = organisation?.name ?? words('service')
  const whole = title === owner ? title : words('pageTitle', { title, owner })
  return renderDocument(
    {
      language,
      words,
      title: faulty ? words('faultTitle', { title: whole }) : whole,
      style,
      ...(form === true && { script: frame.script }),
      head,
    },
    <>
      {form && !frame.preview && <DefaultButton />}
      <header class="top">
        {frame.preview && <p class="demo">{words('editor:preview.banner')}</p>}
        {organisation?.demo && <p class="demo">{words('demo')}</p>}
        <div class="bar">
          <p class="owner">
            {organisation?.logo && <LogoPicture logo={organisation.logo} />}
            {owner}
          </p>
          {frame.languages.length > 1 && (
            <Languages frame={frame} form={!!form && !frame.preview} />
          )}
        </div>
      </header>
      <main id="main" tabindex={-1}>
        {children}
      </main>
      {!frame.preview && (
        <footer class="bottom">
          <nav aria-label={words('aboutSite')}>
            {survey && (
              <WayOn
                {...{ frame, beside }}
                path={`/s/${survey}/privacy`}
                title={words('privacy.title')}
              />
            )}
            <WayOn
              {...{ frame, beside }}
              path={statementOf(organisation)}
              title={words('accessibility.title')}
            />
          </nav>
        </footer>
      )}
    </>,
  )
}

const statementOf = (organisation: Frame['organisation']) =>
  organisation ? `/accessibility/${organisation.id}` : '/accessibility'

/**
 * Enter in a text field presses the form's first button, which must not be a language. Clipped
 * rather than hidden: not every browser presses a button that is not displayed.
 */
const DefaultButton = () => (
  <button type="submit" class="unseen" form="answers" tabindex={-1} aria-hidden="true">
    ↵
  </button>
)

function Languages({ frame, form }: { frame: Frame; form: boolean | undefined }) {
  return (
    <nav class="languages" aria-label={frame.words('languages')}>
      {frame.languages.map((language) =>
        language === frame.language ? (
          <span aria-current="true">{languageName(language)}</span>
        ) : form ? (
          <button
            type="submit"
            name="to"
            value={language}
            form="answers"
            formnovalidate
            lang={language}
          >
            {languageName(language)}
          </button>
        ) : (
          <a href={link(frame.path, { lang: language })} hreflang={language} lang={language}>
            {languageName(language)}
          </a>
        ),
      )}
    </nav>
  )
}
