import { ruleOf } from '../../../survey/kinds/kinds.ts'
import { OTHER, type Question } from '../../../survey/questionnaire.ts'
import type { Block, Said } from '../../../survey/report.ts'
import { choicesHint } from '../../fields/choices.tsx'
import { numberHint } from '../../fields/number.tsx'
import { rankingHint } from '../../fields/ranking.tsx'
import { askedOf } from '../figures/asked-of.ts'
import { optionName } from '../names.ts'
import type { Reader } from '../reader.ts'
import type { Source } from './report.ts'
import { heading, ownWords, paragraph, paragraphs } from './said.ts'

/** The whole questionnaire, word for word. */
export function* asAsked(source: Source): Iterable<Block> {
  const { reader, view } = source
  const { words, lang } = reader
  const { title, intro, questions, sites } = view.questionnaire
  yield heading(2, words('report:asAsked.title'))
  yield paragraph(words('report:asAsked.text'))
  yield ownWords(reader, reader.text(title), 'strong')
  yield ownWords(reader, reader.text(intro))
  if (sites.length > 0) yield paragraph(words('report:asAsked.site'))
  for (const [index, question] of questions.entries()) {
    const number = words('question.number', { number: index + 1 })
    yield { type: 'heading', level: 3, words: reader.text(question.text), lang, eyebrow: number }
    if (question.help) yield ownWords(reader, reader.text(question.help))
    yield paragraph(hintsFor(reader, question).join(' '), 'quiet')
    yield* paragraphs([askedOf(reader, view.questionnaire, question)], 'quiet')
    const items = optionsIn(reader, question)
    if (items.length > 0) yield { type: 'list', items }
  }
}

/** Whether it had to be answered, and how. */
export function hintsFor(reader: Reader, question: Question): string[] {
  const { language } = reader
  const words: Reader['words'] = (key, values) => reader.words(`citizen:${key}`, values)
  const must = `${words(question.required ? 'required' : 'optional')}.`
  if (question.kind === 'choice') return [must, reader.words('report:asAsked.one')]
  if (question.kind === 'choices') return [must, choicesHint(question, { language, words })]
  if (question.kind === 'ranking') return [must, rankingHint(question, { language, words })]
  if (question.kind === 'scale') return [must, reader.words('report:asAsked.step')]
  if (question.kind === 'number') {
    const bins = ruleOf(question).options(question)
    const names = reader.numbers.list(bins.map((id) => optionName(reader, question, id)))
    const counted = reader.words('report:asAsked.bins', { bins: names })
    return [must, numberHint(question, { language, words }), counted]
  }
  return [must, words('text.limit', { number: reader.numbers.count(question.max) })]
}

function optionsIn(reader: Reader, question: Question): Said[] {
  // Its bins were not there to choose from.
  if (question.kind === 'number') return []
  const { words, lang } = reader
  const own = 'options' in question ? question.options.map(({ id }) => id) : []
  const said = ruleOf(question)
    .options(question)
    .map((id) => {
      const named = id === OTHER ? words('citizen:other.option') : optionName(reader, question, id)
      return { words: named, ...(own.includes(id) && { lang }) }
    })
  const unsure = question.kind === 'scale' && question.dontKnow
  return unsure ? [...said, { words: words('citizen:option.dontKnow') }] : said
}
