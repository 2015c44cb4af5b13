import { binsOf, rangeWords, withUnit } from '../../survey/bins.ts'
import {
  NONE,
  type Numeric,
  OTHER,
  type Question,
  type Questionnaire,
} from '../../survey/questionnaire.ts'
import { NO_SITE, OTHERS } from '../../survey/release.ts'
import type { Reader } from './reader.ts'

/** A group or site as readers see it; `''` and 'none' are where no site was given. */
export function siteName(reader: Reader, { sites }: Questionnaire, id: string): string {
  if (id === 'all') return reader.words('site.all')
  if (id === OTHERS) return reader.words('site.others')
  if (id === NO_SITE || id === '') return reader.words('site.none')
  const site = sites.find((site) => site.id === id)
  return site ? reader.text(site.name) : id
}

/** Several sites as one list, for a sentence. */
export function siteList(reader: Reader, questionnaire: Questionnaire, ids: string[]): string {
  const names = ids.map((id) =>
    id === NO_SITE || id === ''
      ? reader.words('site.unnamed')
      : siteName(reader, questionnaire, id),
  )
  return reader.numbers.list(names)
}

export function optionName(reader: Reader, question: Question, id: string): string {
  if (question.kind === 'scale') return stepName(reader, question, id)
  if (question.kind === 'number') return binName(reader, question, id)
  if (id === OTHER || id === NONE) return reader.words(`citizen:option.${id}`)
  const option = 'options' in question && question.options.find((option) => option.id === id)
  return option ? reader.text(option.text) : id
}

/** A step with the words for the ends of its scale: "1 (mycket dåligt)". */
function stepName(reader: Reader, question: Question & { kind: 'scale' }, id: string): string {
  const { from, to, fromText, toText } = question
  const end = id === String(from) ? fromText : id === String(to) ? toText : undefined
  return end ? `${id} (${reader.text(end)})` : id
}

function binName(reader: Reader, question: Question & { kind: 'number' }, id: string) {
  const bin = binsOf(question).find((one) => one.id === id)
  return bin ? unitAfter(reader, question, rangeWords(bin, reader.language)) : id
}

/** With the survey's unit, which may be of another language than the page. */
export function unitAfter(
  { language, text }: Reader,
  { unit }: Pick<Numeric, 'unit'>,
  words: string,
) {
  return withUnit({ ...(unit && { unit: { [language]: text(unit) } }) }, words, language)
}

export type Tone = 'plain' | 1 | 2 | 3 | 4 | 5 | 6

/** The colour of an option: the same everywhere, by its place in the questionnaire. */
export function toneOf(question: Question, id: string): Tone {
  if (!('options' in question)) return 1
  const index = question.options.findIndex((option) => option.id === id)
  return index < 0 ? 'plain' : (((index % 6) + 1) as Tone)
}

/** Which wording fits: batches fill per site, or for the whole where there are no sites. */
export const spread = ({ sites }: Questionnaire) => (sites.length > 0 ? 'sites' : 'whole')
