import type { Question } from '../../../survey/questionnaire.ts'
import { textFields } from '../../../survey/receive.ts'
import type { Theme } from '../../../survey/text/theme.ts'
import type { ThemeGroup } from '../../../survey/text/theme-counts.ts'
import type { Chart } from './chart.ts'
import { chartSheet } from './chart-sheet.tsx'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import type { OfficeFrame } from '../frame.tsx'
import { sourceOf } from './question-sheets.ts'
import { type Reader, readerOf } from '../reader.ts'

/** The theme that most comments are about, in a sentence that names what it is a share of. */
export function themesMessage(reader: Reader, themes: Theme[], group: ThemeGroup): string {
  const { words, numbers } = reader
  const most = Math.max(...group.themes.map(({ count }) => count))
  const found = themes.filter((_, index) => group.themes[index]?.count === most)
  const names = found.map(({ name }) => words('quote', { text: name }))
  const values = { n: numbers.count(group.n), count: most, number: numbers.count(most) }
  if (most === 0) {
    return words(group.unsorted > 0 ? 'figures:themes.unsorted' : 'figures:themes.none', values)
  }
  const key = found.length > 2 ? 'equal' : found.length === 2 ? 'two' : 'most'
  const told = found.length > 2 ? found.length : numbers.list(names)
  const said = words(`figures:themes.${key}`, { ...values, themes: told })
  return group.unsorted > 0 ? words('figures:themes.soFar', { said }) : said
}

/** How many comments nobody has sorted: what the largest theme is may yet change. */
export function unsortedWords({ words, numbers }: Reader, { unsorted }: ThemeGroup): string[] {
  if (unsorted === 0) return []
  return [words('figures:themes.left', { count: unsorted, number: numbers.count(unsorted) })]
}

/** The colour of a theme, by its place in the codebook. */
export const themeTone = (index: number) => `${(index % 6) + 1}` as const

/** The same as a picture of its own; undefined where the question's comments are not counted. */
export function themesSheet(frame: OfficeFrame, view: DashboardView, id: string) {
  const question = view.questionnaire.questions.find((question) => question.id === id)
  const [field] = question ? textFields(question) : []
  const all = field === undefined ? undefined : view.themes?.counts[field]?.[0]
  if (!question || !view.themes || !all || all.n === 0) return undefined
  const reader = readerOf(frame, view.questionnaire)
  const chart = themesChart(reader, question, view.themes.themes, all)
  if (view.themes.sample) chart.basis.push(reader.words('figures:themes.sample'))
  return chartSheet(chart, reader.language, sourceOf(frame, reader, view))
}

/** Bars in order of length. */
export function themesChart(
  reader: Reader,
  question: Question,
  themes: Theme[],
  group: ThemeGroup,
): Chart {
  const { words, numbers } = reader
  const strips = themes.map(({ id, name }, index) => {
    const count = group.themes[index]?.count ?? 0
    return {
      id,
      label: name,
      pieces: [{ from: 0, to: count / group.n, tone: themeTone(index) }],
      value: `${numbers.share(count, group.n)} (${numbers.count(count)})`,
      count,
    }
  })
  return {
    message: themesMessage(reader, themes, group),
    question: reader.text(question.text),
    lang: reader.lang,
    basis: [
      words('figures:themes.of', { n: numbers.count(group.n) }),
      words('figures:themes.several'),
      ...unsortedWords(reader, group),
    ],
    panels: [{ id: 'all', strips: strips.toSorted((a, b) => b.count - a.count) }],
    legend: [],
  }
}
