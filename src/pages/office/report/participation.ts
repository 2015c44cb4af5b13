import { addDays } from '../../../survey/calendar.ts'
import type { Block, TableBlock } from '../../../survey/report.ts'
import { channels } from '../../../survey/response.ts'
import { languageIn } from '../dashboard/day-parts.ts'
import { bestOf, daysOf } from '../dashboard/days.tsx'
import { missingWords } from '../dashboard/missing.tsx'
import { siteName } from '../names.ts'
import type { Reader } from '../reader.ts'
import { sheetColors } from '../figures/sheet-paint.ts'
import { shownAt } from '../dashboard/sites-table.tsx'
import type { Source } from './report.ts'
import { heading, paragraph, paragraphs } from './said.ts'

/** Who answered: where, through what, in which language, when. */
export function* participation(source: Source): Iterable<Block> {
  const { reader, view } = source
  const { words } = reader
  const { responses, byChannel, byLanguage } = view.participation
  yield heading(2, words('participation.title'))
  if (responses === 0) {
    yield paragraph(words('report:nobody'))
    return
  }
  if (view.questionnaire.sites.length > 0) yield sitesTable(source)
  const missing = missingWords(reader, view)
  if (missing.length > 0) {
    yield* paragraphs(missing)
    yield paragraph(words('figures:missing.unknown'), 'quiet')
  }
  yield portions(reader, 'channel', channels, byChannel, (id) => words(`channel.${id}`))
  const { languages } = view.questionnaire
  yield portions(reader, 'language', languages, byLanguage, (id) => languageIn(reader, id))
  yield* overTime(source)
}

function sitesTable({ reader, view }: Source): TableBlock {
  const { words, numbers } = reader
  const { questionnaire, participation, release } = view
  const { sites } = questionnaire
  const listed = sites.some((site) => site.listed !== undefined)
  const unnamed = participation.bySite[''] ?? 0
  const rows = [...sites, ...(unnamed > 0 ? [{ id: '', listed: undefined }] : [])]
  const heads = [
    'site',
    'responses',
    ...(listed ? ['listed', 'shareOfListed'] : []),
    ...(release.final ? [] : ['shown']),
  ]
  return {
    type: 'table',
    caption: words('participation.bySite'),
    columns: heads.map((head) => ({ words: words(`participation.${head}`) })),
    rows: rows.map(({ id, listed: population }) => {
      const count = participation.bySite[id] ?? 0
      const known = population === undefined ? '–' : numbers.count(population)
      const rate = population ? numbers.share(count, population) : '–'
      const cells = [
        numbers.count(count),
        ...(listed ? [known, rate] : []),
        ...(release.final ? [] : [numbers.count(shownAt(view, id))]),
      ]
      const head = {
        words: siteName(reader, questionnaire, id),
        lang: id === '' ? undefined : reader.lang,
      }
      return { head, cells: cells.map((words) => ({ words })) }
    }),
  }
}

function portions(
  { words, numbers }: Reader,
  name: 'channel' | 'language',
  order: readonly string[],
  counts: Record<string, number>,
  label: (id: string) => string,
): TableBlock {
  const ids = [...new Set([...order, ...Object.keys(counts)])].filter((id) => counts[id])
  const sum = ids.reduce((sum, id) => sum + counts[id]!, 0)
  return {
    type: 'table',
    caption: words(`report:portions.${name}`, { n: numbers.count(sum) }),
    columns: [name, 'count', 'share'].map((head) => ({ words: words(`participation.${head}`) })),
    rows: ids.map((id) => ({
      head: { words: label(id) },
      cells: [{ words: numbers.count(counts[id]!) }, { words: numbers.share(counts[id]!, sum) }],
    })),
  }
}

const WEEK = 7
/** More days than these are told week by week. */
const DAYS = 14

function* overTime({ reader, view }: Source): Iterable<Block> {
  const { words, numbers } = reader
  const { byDay } = view.participation
  const days = daysOf(byDay)
  const step = days.length > DAYS ? WEEK : 1
  const spans = days
    .filter((_, index) => index % step === 0)
    .map((from) => {
      const inside = Array.from({ length: step }, (_, day) => addDays(from, day))
      return { from, count: inside.reduce((sum, day) => sum + (byDay[day] ?? 0), 0) }
    })
  const unit = step === 1 ? 'day' : 'week'
  const most = Math.max(...spans.map(({ count }) => count))
  const last = days.at(-1)!
  const label = (from: string) => {
    const end = addDays(from, step - 1)
    const to = end < last ? end : last
    return words(`report:time.${from === to ? 'day' : unit}`, {
      date: numbers.date(from),
      from: numbers.date(from),
      to: numbers.date(to),
    })
  }
  yield heading(3, words('report:time.title'))
  yield paragraph(bestOf(reader, byDay))
  yield {
    type: 'figure',
    alt: `${bestOf(reader, byDay)} ${words('report:figure')}`,
    legend: [],
    bars: [
      {
        lines: spans.map(({ from, count }) => ({
          label: { words: label(from) },
          pieces: [{ from: 0, to: count / most, color: sheetColors['figure-1'] }],
          value: numbers.count(count),
        })),
      },
    ],
  }
  yield {
    type: 'table',
    caption: words(`report:time.caption.${unit}`),
    columns: [
      { words: words(step === 1 ? 'participation.day' : 'report:time.weeks') },
      { words: words('participation.responses') },
    ],
    rows: spans.map(({ from, count }) => ({
      head: { words: label(from) },
      cells: [{ words: numbers.count(count) }],
    })),
  }
}
