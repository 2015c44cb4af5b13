import { NotBrokenDown, Standing } from './standing.tsx'
import type { DashboardView } from './dashboard.tsx'
import { siteList, spread } from '../names.ts'
import type { Reader } from '../reader.ts'

/** How much of what came in the numbers are made from, and why the rest waits. */
export function Waiting({ reader, view }: { reader: Reader; view: DashboardView }) {
  const { words } = reader
  const { release, participation, state } = view
  return (
    <div id="waiting" data-fresh>
      <p>{waitingWords(reader, view)}</p>
      {participation.responses === 0 ? null : release.final ? (
        <>
          <Merged reader={reader} view={view} />
          <NotBrokenDown reader={reader} view={view} />
          <Standing reader={reader} view={view} />
        </>
      ) : (
        <details class="why">
          <summary>{words('waiting.why')}</summary>
          <p>
            {words(`waiting.steps.${spread(view.questionnaire)}`, { k: release.smallestGroup })}
          </p>
          <p>{words('waiting.ownPace')}</p>
          {state === 'closed' ? null : <p>{words('waiting.afterwards')}</p>}
        </details>
      )}
    </div>
  )
}

export function waitingWords({ words, numbers }: Reader, view: DashboardView): string {
  const { release, participation, state } = view
  if (participation.responses === 0) return words('waiting.noResponses')
  const values = {
    responses: numbers.count(participation.responses),
    shown: numbers.count(release.released),
    k: release.smallestGroup,
    twice: 2 * release.smallestGroup,
  }
  if (release.final) return words(release.released > 0 ? 'waiting.final' : 'waiting.tooFew', values)
  const wait = Math.max(0, participation.responses - release.released)
  const grace = state === 'closed' && !view.heldUp ? ` ${words('waiting.grace')}` : ''
  if (release.released === 0) {
    const count = participation.responses
    const responses = words('waiting.responses', { count, number: numbers.count(count) })
    return words(`waiting.nothing.${spread(view.questionnaire)}`, { ...values, responses }) + grace
  }
  return `${words('waiting.some', values)} ${words('waiting.wait', { count: wait, number: numbers.count(wait) })}${grace}`
}

/** The sites behind "other sites", by name. */
function Merged({ reader, view }: { reader: Reader; view: DashboardView }) {
  const said = mergedWords(reader, view)
  return said === undefined ? null : <p>{said}</p>
}

export function mergedWords(reader: Reader, view: DashboardView): string | undefined {
  const merged = view.release.groups.find((group) => group.by === 'site' && group.sites)
  if (!merged?.sites) return undefined
  const sites = siteList(reader, view.questionnaire, merged.sites)
  return reader.words('waiting.merged', { sites })
}
