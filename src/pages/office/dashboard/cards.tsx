import { daysBetween } from '../../../survey/calendar.ts'
import type { DashboardView } from './dashboard.tsx'
import type { Reader } from '../reader.ts'

interface Props {
  reader: Reader
  view: DashboardView
}

/** The headline numbers; the first two move while the page is open. */
export function Cards({ reader: { words, numbers }, view }: Props) {
  const { participation, questionnaire, today, state } = view
  const listed = questionnaire.sites.map((site) => site.listed)
  // The share is of all sites, or it would be read as such.
  const known = !view.limited && listed.length > 0 && listed.every((count) => count !== undefined)
  const population = known ? listed.reduce((sum, count) => sum + (count ?? 0), 0) : 0
  const atSites = questionnaire.sites.reduce(
    (sum, { id }) => sum + (participation.bySite[id] ?? 0),
    0,
  )
  return (
    <dl class="cards">
      <div class="card">
        <dt>{words('participation.responses')}</dt>
        <dd>
          <span class="big" data-live-count="responses">
            {numbers.count(participation.responses)}
          </span>
        </dd>
      </div>
      {state === 'open' && (
        <div class="card">
          <dt>{words('participation.today')}</dt>
          <dd>
            <span class="big" data-live-count={today}>
              {numbers.count(participation.byDay[today] ?? 0)}
            </span>
          </dd>
        </div>
      )}
      {population > 0 && (
        <div class="card" id="card-listed" data-fresh>
          <dt>{words('participation.ofListed')}</dt>
          <dd>
            <span class="big">{numbers.share(atSites, population)}</span>{' '}
            <span class="quiet">
              {words('participation.ofListedText', { listed: numbers.count(population) })}
            </span>
          </dd>
        </div>
      )}
      {state === 'open' && questionnaire.closes !== undefined && (
        <div class="card">
          <dt>{words('figures:left.title')}</dt>
          <dd>
            <span class="big">{numbers.count(daysBetween(today, questionnaire.closes))}</span>{' '}
            <span class="quiet">
              {words('figures:left.until', { date: numbers.date(questionnaire.closes) })}
            </span>
          </dd>
        </div>
      )}
      <div class="card" id="card-shown" data-fresh>
        <dt>{words('participation.shown')}</dt>
        <dd>
          <span class="big">{numbers.count(view.release.released)}</span>{' '}
          {view.release.released > 0 && (
            <span class="quiet">
              {words('figures:shownOf', { responses: numbers.count(participation.responses) })}
            </span>
          )}
        </dd>
      </div>
    </dl>
  )
}
