import { capitalised } from '../../speech.ts'
import { channels } from '../../../survey/response.ts'
import type { ChartTone } from '../figures/chart.ts'
import type { DashboardView } from './dashboard.tsx'
import { siteName } from '../names.ts'
import type { Reader } from '../reader.ts'

/** A part of each day's responses. */
export interface DayPart {
  id: string
  label: string
  tone: ChartTone
  /** how many on a day */
  on(day: string): number
}

/** There are so many colours that can be told apart; the smallest parts share one more. */
const PARTS = 6

/** What the days are divided into, the largest colours first come; [] where nothing was chosen. */
export function dayParts(reader: Reader, view: DashboardView): DayPart[] {
  const { divided, participation } = view
  if (!divided) return []
  const { over, byDay } = divided
  const sums = new Map<string, number>()
  for (const counts of Object.values(byDay)) {
    for (const [id, count] of Object.entries(counts)) sums.set(id, (sums.get(id) ?? 0) + count)
  }
  const own = [...sums.keys()].toSorted((a, b) => sums.get(b)! - sums.get(a)!).slice(0, PARTS)
  const order = orderOf(view)
  const parts = own
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .map((id, index): DayPart => ({
      id,
      label: labelOf(reader, view, over, id),
      tone: `${index + 1}`,
      on: (day) => byDay[day]?.[id] ?? 0,
    }))
  const rest = (day: string) =>
    (participation.byDay[day] ?? 0) - parts.reduce((sum, part) => sum + part.on(day), 0)
  const anyRest = Object.keys(participation.byDay).some((day) => rest(day) > 0)
  if (!anyRest) return parts
  return [
    ...parts,
    { id: '+', label: reader.words(`figures:over.rest.${over}`), tone: 'plain', on: rest },
  ]
}

const orderOf = ({ questionnaire }: DashboardView): string[] => [
  ...channels,
  ...questionnaire.languages,
  ...questionnaire.sites.map(({ id }) => id),
  '',
]

function labelOf(reader: Reader, { questionnaire }: DashboardView, over: string, id: string) {
  if (over === 'channel') return reader.words(`channel.${id}`)
  if (over === 'language') return languageIn(reader, id)
  return siteName(reader, questionnaire, id)
}

export function languageIn({ language }: Reader, id: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(id) ?? id
  return capitalised(name, language)
}
