import type { Text } from '../../survey/questionnaire.ts'
import { offeredIn } from '../offered.ts'
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
    for (const [code, words] of offeredIn(question, taken.names.fixed)) {
      const part = say(`office:table.part.${question.kind}`)
      yield [...start, part, code, ...languages.map(words)]
    }
  }
}

const inAll = (text: Text, languages: string[]) => languages.map((one) => text[one] ?? '')
