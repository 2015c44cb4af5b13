import type { ComponentChildren } from 'preact'
import { languageName } from '../../survey/language.ts'
import { type Frame, renderDocument } from '../frame.tsx'
import { link } from '../link.ts'
import { LogoPicture } from '../logo.tsx'

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
  faulty?: boolean
  /** what else the head says */
  head?: ComponentChildren
  children: ComponentChildren
}

export function citizenPage({ frame, title, survey, form, faulty, head, children }: Shell): string {
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
              <Aside path={`/s/${survey}/privacy`} name="privacy" frame={frame} form={!!form} />
            )}
            <Aside
              path={statementOf(organisation)}
              name="accessibility"
              frame={frame}
              form={!!form}
            />
          </nav>
        </footer>
      )}
    </>,
  )
}

const statementOf = (organisation: Frame['organisation']) =>
  organisation ? `/accessibility/${organisation.id}` : '/accessibility'

/** Beside a form that is being filled in, so that nothing typed is lost by reading it. */
function Aside(props: { path: string; name: string; frame: Frame; form: boolean | undefined }) {
  const { path, name, form } = props
  const { language, words } = props.frame
  const title = words(`${name}.title`)
  return (
    <a href={link(path, { lang: language })} target={form ? '_blank' : undefined}>
      {form ? words('newTab', { title }) : title}
    </a>
  )
}

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
