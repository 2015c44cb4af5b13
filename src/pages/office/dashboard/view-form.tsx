import { divisions } from '../../../survey/participation.ts'
import { everything } from './chosen.ts'
import type { DashboardView } from './dashboard.tsx'
import { type OfficeFrame, officePath } from '../frame.tsx'
import { siteName } from '../names.ts'
import type { Reader } from '../reader.ts'

interface Props {
  frame: OfficeFrame
  reader: Reader
  view: DashboardView
}

/** What is shown, chosen by a form whose address can be passed on. */
export function ViewForm({ frame, reader, view }: Props) {
  const { words } = reader
  const chosen = view.chosen ?? everything
  const { sites, question, weighted, unknown } = chosen
  const any = sites.length > 0 || question !== undefined || weighted
  return (
    <>
      {unknown && <p class="notice">{words('figures:view.unknown')}</p>}
      <details class="view" open={any}>
        <summary>{words('figures:view.title')}</summary>
        <form method="get" action={`${frame.path}#answers`}>
          {frame.languageChosen && <input type="hidden" name="lang" value={frame.language} />}
          {chosen.over && <input type="hidden" name="over" value={chosen.over} />}
          <Sites reader={reader} view={view} />
          <div class="field">
            <label for="view-question">{words('figures:view.question')}</label>
            <select id="view-question" name="question">
              <option value="">{words('figures:view.allQuestions')}</option>
              {view.questionnaire.questions.map(({ id, text }, index) => (
                <option key={id} value={id} selected={id === question} lang={reader.lang}>
                  {`${index + 1}. ${reader.text(text)}`}
                </option>
              ))}
            </select>
          </div>
          {!view.limited && anyListed(view) && (
            <label class="view-check">
              <input type="checkbox" name="weighted" value="yes" checked={weighted} />
              <span>
                {words('figures:view.weighted')}
                <span class="hint">{words('figures:view.weightedHint')}</span>
              </span>
            </label>
          )}
          <p class="view-doing">
            <button class="button" type="submit">
              {words('figures:view.show')}
            </button>
            {any && (
              <a href={`${officePath(frame, frame.path)}#answers`}>{words('figures:view.clear')}</a>
            )}
          </p>
        </form>
      </details>
    </>
  )
}

const anyListed = ({ questionnaire }: DashboardView) =>
  questionnaire.sites.some(({ listed }) => listed !== undefined)

function Sites({ reader, view }: Omit<Props, 'frame'>) {
  const { words } = reader
  const groups = view.release.groups.filter(({ by }) => by === 'site')
  if (groups.length < 2) return null
  return (
    <fieldset class="checks">
      <legend>{words('figures:view.sites')}</legend>
      <p class="hint">{words('figures:view.sitesHint')}</p>
      <div class="checks-all">
        {groups.map(({ id }) => (
          <label key={id} class="view-check">
            <input
              type="checkbox"
              name="site"
              value={id}
              checked={view.chosen?.sites.includes(id) ?? false}
            />
            <span
              lang={
                view.questionnaire.sites.some((site) => site.id === id) ? reader.lang : undefined
              }
            >
              {siteName(reader, view.questionnaire, id)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What the days may be divided by; a link each, which keeps the rest of the view. */
export function DivisionLinks({ frame, reader, view }: Props) {
  const { words } = reader
  const chosen = view.chosen ?? everything
  const all = divisions.filter((over) => over !== 'site' || view.questionnaire.sites.length > 1)
  return (
    <nav class="divisions" aria-label={words('figures:over.label')}>
      <ul>
        {[undefined, ...all].map((over) => (
          <li key={over ?? 'none'}>
            <a
              href={`${officePath(frame, frame.path, { ...frame.query, over })}#days`}
              aria-current={chosen.over === over ? 'true' : undefined}
            >
              {words(`figures:over.${over ?? 'none'}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
