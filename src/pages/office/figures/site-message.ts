import type { Question } from '../../../survey/questionnaire.ts'
import type { Judged } from '../../../survey/statistics/comparison.ts'
import { MEAN } from '../../../survey/statistics/measure.ts'
import type { Verdict } from '../../../survey/statistics/verdict.ts'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import type { Findings } from './findings.ts'
import { optionName, siteName } from '../names.ts'
import type { Reader } from '../reader.ts'

/** So many differences are told one by one. */
const TOLD = 3

interface Source {
  reader: Reader
  view: DashboardView
  question: Question
  findings: Findings
}

/** How the sites differ, in sentences, and no further than their numbers carry. */
export function comparisonMessage(source: Source): string {
  const { reader, findings } = source
  const { words } = reader
  const here = findings.judged.filter(({ group }) => findings.sites.some(({ id }) => id === group))
  if (here.length === 0) return words('figures:compare.nothing')
  if (here.every(({ verdict }) => verdict === 'few')) return words('figures:compare.few')
  const apart = judgedApart(source)
  if (apart.length === 0) return alike(source, here)
  const told = apart.slice(0, TOLD).map((one) => sentence(source, one))
  const more = apart.length - told.length
  return [...told, ...(more > 0 ? [words('figures:compare.more', { count: more })] : [])].join(' ')
}

/** What others are like is not said where they are not shown: they may well differ. */
function alike({ reader, view, findings }: Source, here: Judged[]): string {
  const everywhere = new Set(findings.judged.map(({ group }) => group))
  const judged = here.filter(({ verdict }) => verdict !== 'few').map(({ group }) => group)
  const ids = [...new Set(judged)]
  const isWhole = !view.limited && everywhere.size === new Set(here.map(({ group }) => group)).size
  if (isWhole) return reader.words('figures:compare.alike')
  const names = ids.map((id) => siteName(reader, view.questionnaire, id))
  return reader.words('figures:compare.alikeHere', {
    count: names.length,
    sites: reader.numbers.list(names),
  })
}

/** What sets a site apart, each in a sentence, the clear ones first. */
export const differencesIn = (source: Source): string[] =>
  judgedApart(source).map((one) => sentence(source, one))

function judgedApart({ question, findings: { judged, sites } }: Source): Judged[] {
  const mirror = mirrorIn(question)
  const apart = judged.filter(
    ({ group, measure, verdict }) =>
      verdict !== 'few' &&
      verdict !== 'alike' &&
      measure !== mirror &&
      sites.some(({ id }) => id === group),
  )
  return apart.toSorted((a, b) => Number(isClear(b)) - Number(isClear(a)))
}

/** Of two options the one says what the other does. */
const mirrorIn = (question: Question): string | undefined =>
  question.kind === 'choice' && question.options.length === 2 && !question.other
    ? question.options[1]!.id
    : undefined

const isClear = ({ verdict }: Judged) => verdict.startsWith('clearly')

function sentence({ reader, view, question }: Source, { group, measure, verdict }: Judged) {
  const { words } = reader
  const values = {
    site: siteName(reader, view.questionnaire, group),
    verdict: verdictWords(reader, question, verdict),
  }
  if (measure === MEAN && question.kind === 'scale') return words('figures:compare.mean', values)
  if (question.kind === 'number') {
    return words('figures:compare.bin', { ...values, bin: optionName(reader, question, measure) })
  }
  const option = words('quote', { text: optionName(reader, question, measure) })
  const key = question.kind === 'ranking' ? 'figures:compare.place' : 'figures:compare.share'
  return words(key, { ...values, option })
}

/** Of a ranking a lower place is the higher rank. */
export function verdictWords({ words }: Reader, question: Question, verdict: Verdict): string {
  const turned = question.kind === 'ranking' ? (opposite[verdict] ?? verdict) : verdict
  return words(`figures:verdict.${turned}`)
}

const opposite: Partial<Record<Verdict, Verdict>> = {
  higher: 'lower',
  lower: 'higher',
  'clearly-higher': 'clearly-lower',
  'clearly-lower': 'clearly-higher',
}
