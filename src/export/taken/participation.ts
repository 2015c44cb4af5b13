import { channels } from '../../survey/response.ts'
import type { Cell, Column, Table } from '../table.ts'
import type { Taken } from './taken.ts'

/** How many have answered, by site, channel, language and day: all of them, also those that wait. */
export function participationTable(taken: Taken): Table {
  const { say } = taken
  const column = (name: string, width: number, as: Column['as'] = 'text'): Column => ({
    name: say(`export:participation.${name}`),
    width,
    as,
  })
  return {
    name: say('export:sheet.participation'),
    columns: [
      column('by', 10),
      column('byName', 16),
      column('code', 16),
      column('name', 32),
      column('day', 12),
      column('responses', 14, 'count'),
      column('share', 14, 'share'),
      column('listed', 12, 'count'),
      column('ofListed', 14, 'share'),
      column('released', 14, 'count'),
    ],
    rows: { [Symbol.iterator]: () => rowsOf(taken) },
  }
}

function* rowsOf(taken: Taken): Generator<Cell[]> {
  const { participation, say, names } = taken
  const { responses, byChannel, byLanguage, byDay } = participation
  const share = (count: number) => (responses === 0 ? null : count / responses)
  const all = [...by('all'), 'all', say('office:site.all'), null, responses, share(responses)]
  yield [...all, null, null, taken.release.released]
  for (const row of siteRows(taken)) yield [...by('site'), ...row]
  for (const id of inOrder(channels, byChannel)) {
    const count = byChannel[id]!
    yield [...by('channel'), id, say(`office:channel.${id}`), null, count, share(count)]
  }
  for (const id of inOrder(taken.questionnaire.languages, byLanguage)) {
    const count = byLanguage[id]!
    yield [...by('language'), id, names.language(id), null, count, share(count)]
  }
  for (const [date, count] of Object.entries(byDay)) {
    yield [...by('day'), date, names.date(date), { date }, count, share(count)]
  }

  function by(division: string): Cell[] {
    return [division, say(`export:by.${division}`)]
  }
}

function* siteRows(taken: Taken): Generator<Cell[]> {
  const { questionnaire, participation, names } = taken
  const { bySite, responses } = participation
  const unnamed = bySite[''] ?? 0
  const all = [...questionnaire.sites, ...(unnamed > 0 ? [{ id: '', listed: undefined }] : [])]
  for (const { id, listed } of all) {
    const count = bySite[id] ?? 0
    yield [
      id || 'none',
      names.site(id),
      null,
      count,
      responses === 0 ? null : count / responses,
      listed,
      listed ? count / listed : null,
      releasedAt(taken, id || 'none'),
    ]
  }
}

/** A number, or where it went: a blank would read as nothing. */
function releasedAt({ questionnaire, release, siteGroups, say }: Taken, site: string): Cell {
  if (questionnaire.sites.length === 0) return release.released
  const group = siteGroups.find(({ id }) => id === site)
  if (group) return group.released
  const isMerged = siteGroups.some(({ sites }) => sites?.includes(site))
  return say(isMerged ? 'export:participation.merged' : 'office:bySite.withheld')
}

/** What there is of a division, in the order in which the page has it. */
const inOrder = (order: readonly string[], counts: Record<string, number>) =>
  [...new Set([...order, ...Object.keys(counts)])].filter((id) => (counts[id] ?? 0) > 0)
