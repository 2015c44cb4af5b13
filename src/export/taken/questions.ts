import { binWords } from '../../survey/bins.ts'
import { ruleOf } from '../../survey/kinds/kinds.ts'
import { NONE, OTHER, type Question, type Text } from '../../survey/questionnaire.ts'
import type { Cell, Column, Table } from '../table.ts'
import type { Taken } from './taken.ts'

/** What the codes stand for: the whole questionnaire as it was asked, in all its languages. */
export function questionsTable(taken: Taken): Table {
  const { say, names, questionnaire } = taken
  const column = (name: string, width: number, as: Column['as'] = 'text'): Column => ({
    name: say(`export:questions.${name}`),
    width,
    as,
  })
  return {
    name: say('export:sheet.questions'),
    columns: [
      column('number', 12, 'count'),
      column('question', 14),
      column('kind', 14),
      column('part', 20),
      column('code', 14),
      ...questionnaire.languages.map((id): Column => ({
        name: `${names.language(id)} (${id})`,
        width: 44,
        as: 'text',
      })),
      column('required', 12),
      column('max', 12, 'count'),
      column('condition', 22),
      column('conditionText', 44),
    ],
    rows: { [Symbol.iterator]: () => rowsOf(taken) },
    read: true,
  }
}

function* rowsOf(taken: Taken): Generator<Cell[]> {
  const { questionnaire, say } = taken
  const { languages, title, intro } = questionnaire
  for (const [part, text] of [['title', title] as const, ['intro', intro] as const]) {
    yield [null, '', '', say(`export:part.${part}`), '', ...inAll(text, languages)]
  }
  for (const [index, question] of questionnaire.questions.entries()) {
    const start = [index + 1, question.id, say(`editor:kind.${question.kind}`)]
    const { text, help, required, showIf } = question
    yield [
      ...start,
      say('export:part.question'),
      '',
      ...inAll(text, languages),
      say(required ? 'export:yes' : 'export:no'),
      'max' in question ? question.max : null,
      showIf && `${showIf.question} = ${showIf.is.join(', ')}`,
      taken.names.condition(question),
    ]
    if (help) yield [...start, say('export:part.help'), '', ...inAll(help, languages)]
    for (const [code, words] of offered(taken, question)) {
      const part = say(`office:table.part.${question.kind}`)
      yield [...start, part, code, ...languages.map(words)]
    }
  }
}

const inAll = (text: Text, languages: string[]) => languages.map((one) => text[one] ?? '')

type Offered = [code: string, words: (language: string) => string]

/** Everything that can be chosen, in the order in which it was asked. */
function offered({ names }: Taken, question: Question): Offered[] {
  const all = ruleOf(question)
    .options(question)
    .map((id): Offered => [id, (language) => wordsOf(question, id, language)])
  if (question.kind !== 'scale' || !question.dontKnow) return all
  return [...all, ['dontknow', (language) => names.fixed('dontKnow', language)]]

  function wordsOf(asked: Question, id: string, language: string): string {
    if (asked.kind === 'scale') {
      const end = id === String(asked.from) ? asked.fromText : asked.toText
      const words = id === String(asked.from) || id === String(asked.to) ? end?.[language] : ''
      return words ? `${id} (${words})` : id
    }
    if (asked.kind === 'number') return binWords(asked, id, language)
    if (id === OTHER || id === NONE) return names.fixed(id, language)
    const option = 'options' in asked && asked.options.find((option) => option.id === id)
    return (option && option.text[language]) || ''
  }
}
