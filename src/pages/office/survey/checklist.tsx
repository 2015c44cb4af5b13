import type { Checklist, Lack, Point } from '../../../survey/draft/checklist.ts'
import { placeOf } from '../../../survey/draft/describe.ts'
import type { Tree } from '../../../survey/draft/tree.ts'
import { draftWords } from './draft-words.ts'
import { Csrf, type OfficeFrame } from '../frame.tsx'
import { type SurveyFacts, surveyPath } from './survey-facts.tsx'

/** So many fields are named under one point; the rest is counted. */
const NAMED = 8

interface Props {
  frame: OfficeFrame
  facts: SurveyFacts
  draft: { revision: number; tree: Tree }
  checklist: Checklist
  /** what a point says where all is well */
  said: Partial<Record<Point['name'], string>>
}

/** Everything that opening asks for, with how it stands and a way to each field. */
export function ChecklistPart(props: Props) {
  const { words } = props.frame
  const points = props.checklist.points.filter(
    ({ name, lacks }) => name !== 'rest' || lacks.length > 0,
  )
  const left = points.filter(({ lacks }) => lacks.length > 0).length
  return (
    <section class="checklist-part" aria-labelledby="checklist">
      <h2 id="checklist">{words('life:check.title')}</h2>
      <p>{left === 0 ? words('life:check.done') : words('life:check.left', { count: left })}</p>
      <ul class="checklist">
        {points.map((point) => (
          <PointLine key={point.name} {...props} point={point} />
        ))}
      </ul>
    </section>
  )
}

function PointLine(props: Props & { point: Point }) {
  const { frame, point, said } = props
  const { words } = frame
  const { name, lacks } = point
  const isDone = lacks.length === 0
  const more = lacks.length - NAMED
  return (
    <li class={isDone ? 'check check-done' : 'check check-left'} id={`check-${name}`}>
      <h3>
        <span class="check-state">{words(isDone ? 'life:check.ok' : 'life:check.lacks')}</span>{' '}
        {words(`life:check.point.${name}`)}
      </h3>
      {isDone && said[name] && <p class="quiet">{said[name]}</p>}
      {!isDone && (
        <ul>
          {lacks.slice(0, NAMED).map((lack) => (
            <LackLine key={`${lack.path.join('.')} ${lack.code}`} {...props} lack={lack} />
          ))}
          {more > 0 && <li>{words('life:check.more', { count: more })}</li>}
        </ul>
      )}
    </li>
  )
}

function LackLine({ frame, facts, draft, lack }: Props & { lack: Lack }) {
  const { words } = frame
  const { path, code, values } = lack
  const own = ['missing', 'stale', 'unsaid', 'past'].includes(code)
  // Whom a question is asked of is one field, however deep the fault in it.
  const depth = path.indexOf('showIf') + 1 || path.length
  const place = placeOf(draftWords(frame), draft.tree, path.slice(0, depth))
  return (
    <li>
      <a href={`${surveyPath(frame, facts, '/edit')}#f-${path.join('.')}`}>{place}</a>:{' '}
      {words(own ? `life:lack.${code}` : `editor:fault.${code}`, values)}
      {code === 'unsaid' && <NoSites frame={frame} facts={facts} revision={draft.revision} />}
    </li>
  )
}

/** A survey without sites is one by intention. */
function NoSites(props: { frame: OfficeFrame; facts: SurveyFacts; revision: number }) {
  const { frame, facts, revision } = props
  return (
    <form method="post" action={surveyPath(frame, facts, '/no-sites')}>
      <Csrf frame={frame} />
      <input type="hidden" name="revision" value={revision} />
      <button class="button plain" type="submit">
        {frame.words('life:check.noSites')}
      </button>
    </form>
  )
}
