import type { Question } from '../../../survey/questionnaire.ts'
import type { Chart } from './chart.ts'
import { chartSheet } from './chart-sheet.tsx'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import { figureNotes } from './figure.tsx'
import { type Findings, findingsOf } from './findings.ts'
import type { OfficeFrame } from '../frame.tsx'
import { messageOf } from './message.ts'
import { type Reader, readerOf } from '../reader.ts'
import { sitesChart } from './sites-chart.ts'
import { wholeChart } from './whole-chart.ts'
import { worthOf } from './worth.tsx'

/** A question's figure of everyone; undefined where there is no such question. */
export function wholeSheet(frame: OfficeFrame, view: DashboardView, id: string) {
  return sheet(frame, view, id, ({ reader, question, findings, all }) => {
    if (all.n === 0) return undefined
    const notes = figureNotes({ reader, question, all })
    const about = [countedIn(reader, all.n), ...worthOf({ reader, view, question, findings })]
    return wholeChart(reader, question, findings, [...about, ...notes])
  })
}

/** The same by site. */
export function sitesSheet(frame: OfficeFrame, view: DashboardView, id: string) {
  return sheet(frame, view, id, ({ reader, question, findings, all }) => {
    if (!findings.sites.some(({ table }) => table.n > 0)) return undefined
    const how = reader.words('figures:compare.how')
    const about = all.n === 0 ? [how] : [countedIn(reader, all.n), how]
    return sitesChart({ reader, view, question, findings }, about)
  })
}

interface Drawing {
  reader: Reader
  question: Question
  findings: Findings
  all: Findings['table']
}

function sheet(
  frame: OfficeFrame,
  view: DashboardView,
  id: string,
  draw: (drawing: Drawing) => Chart | undefined,
): string | undefined {
  const { questionnaire, release } = view
  const question = questionnaire.questions.find((question) => question.id === id)
  const findings = question && findingsOf(view, question)
  const all = release.groups[0]?.questions.find((table) => table.id === id)
  if (!question || !findings || !all) return undefined
  const reader = readerOf(frame, questionnaire)
  const drawn = question.kind === 'text' ? undefined : draw({ reader, question, findings, all })
  const chart = drawn ?? {
    message: messageOf(reader, question, all, release.final),
    question: reader.text(question.text),
    lang: reader.lang,
    basis: [],
    panels: [],
    legend: [],
  }
  return chartSheet(chart, reader.language, sourceOf(frame, reader, view))
}

const countedIn = ({ words, numbers }: Reader, n: number) =>
  words('figures:counted', { count: n, number: numbers.count(n) })

/** Whose numbers, of what, and when. */
export const sourceOf = (frame: OfficeFrame, reader: Reader, view: DashboardView): string =>
  reader.words('figures:source', {
    title: reader.text(view.questionnaire.title),
    organisation: frame.organisation?.name ?? '',
    date: reader.numbers.date(view.today),
  })
