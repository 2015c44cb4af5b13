import type { Frame } from '../frame.tsx'
import { link } from '../link.ts'
import { longDate } from '../speech.ts'
import { directionOf } from '../../survey/language.ts'
import { Part } from './part.tsx'
import { citizenPage } from './shell.tsx'

export interface OpenSurvey {
  id: string
  /** in the page's language, or the survey's first */
  title: string
  /** the language of the title, where it is not the page's */
  titleLanguage?: string
  /** name of who asks */
  organisation: string
  closes?: string
  demo?: boolean
}

export function startPage(frame: Frame, surveys: OpenSurvey[], results: OpenSurvey[] = []): string {
  const { language, words } = frame
  return citizenPage({
    frame,
    title: words('start.title'),
    children: (
      <>
        <h1>{words('start.title')}</h1>
        <p class="intro">{words(surveys.length > 0 ? 'start.intro' : 'start.none')}</p>
        {surveys.length > 0 && (
          <ul class="surveys">
            {surveys.map(({ id, title, titleLanguage, organisation, closes }) => (
              <li>
                <h2>
                  <a
                    href={link(`/s/${id}`, { lang: language })}
                    {...foreign(titleLanguage, language)}
                  >
                    {title}
                  </a>
                </h2>
                <p>{organisation}</p>
                <p class="muted">
                  {closes
                    ? words('start.until', { date: longDate(closes, language) })
                    : words('start.openEnded')}
                </p>
              </li>
            ))}
          </ul>
        )}
        <Results frame={frame} results={results} />
      </>
    ),
  })
}

/** Surveys whose results anyone may read. */
function Results({ frame, results }: { frame: Frame; results: OpenSurvey[] }) {
  const { language, words } = frame
  if (results.length === 0) return null
  return (
    <Part title={words('publishing:page.all')}>
      <ul class="surveys">
        {results.map(({ id, title, titleLanguage, organisation }) => (
          <li key={id}>
            <h3>
              <a
                href={link(`/s/${id}/results`, { lang: language })}
                {...foreign(titleLanguage, language)}
              >
                {title}
              </a>
            </h3>
            <p>{organisation}</p>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** What is not in the page's language says so, and stands in its own direction. */
const foreign = (own: string | undefined, language: string) =>
  own && own !== language ? { lang: own, dir: directionOf(own) } : {}
