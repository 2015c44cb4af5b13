import type { Block } from '../../../survey/report.ts'
import type { Question, Site } from '../../../survey/questionnaire.ts'
import type { Table } from '../../../survey/table.ts'
import { messageOf } from '../figures/message.ts'
import type { Reader } from '../reader.ts'
import { siteList } from '../names.ts'
import { waitingWords } from '../dashboard/waiting.tsx'
import type { Source } from './report.ts'
import { heading, list, paragraph } from './said.ts'

/** What was asked and how far the answers have come; then what each question says. */
export function* beginning(source: Source): Iterable<Block> {
  const { reader, view, frame } = source
  const { words } = reader
  const { questionnaire, release } = view
  yield {
    type: 'cover',
    eyebrow: words('report:eyebrow'),
    words: reader.text(questionnaire.title),
    lang: reader.lang,
  }
  yield paragraph(
    words(release.final ? 'report:state.final' : `report:state.${view.state}`),
    'lead',
  )
  yield* list(factsOf(source))
  if (frame.organisation?.demo) yield paragraph(words('frame.demoText'), 'strong')
  yield heading(2, words('report:summary.title'))
  yield {
    type: 'table',
    caption: words('report:summary.caption'),
    columns: [
      { words: words('report:summary.question') },
      { words: words('report:summary.says'), wordy: true },
      { words: words('report:summary.n') },
    ],
    rows: questionnaire.questions.flatMap((question, index) => {
      const counted = release.groups[0]?.questions.find(({ id }) => id === question.id)
      const table = view.chosen?.weighted ? source.findings(question)?.table : counted
      if (!table) return []
      const head = { words: `${index + 1}. ${reader.text(question.text)}`, lang: reader.lang }
      const n = table.withheld || table.n === 0 ? '–' : reader.numbers.count(Math.round(table.n))
      return [{ head, cells: [{ words: saidBy(source, question, table) }, { words: n }] }]
    }),
  }
}

/** What a question says; comments are counted, and read elsewhere. */
export function saidBy({ reader, view }: Source, question: Question, table: Table): string {
  if (question.kind !== 'text' || table.withheld || table.n === 0) {
    return messageOf(reader, question, table, view.release.final)
  }
  const count = table.n
  return reader.words('report:comments', { count, number: reader.numbers.count(count) })
}

function factsOf({ reader, view }: Source): string[] {
  const { words, numbers } = reader
  const { questionnaire, participation, limited, today } = view
  const count = participation.responses
  return [
    datesOf(reader, view),
    words('report:facts.responses', { count, number: numbers.count(count) }),
    waitingWords(reader, view),
    ...(questionnaire.sites.length > 0 && !limited
      ? [words('report:facts.sites', { count: questionnaire.sites.length })]
      : []),
    ...(limited ? limits(reader, view) : []),
    words('report:facts.made', { date: numbers.date(today) }),
  ]
}

export function datesOf({ words, numbers }: Reader, { questionnaire }: Source['view']): string {
  const { opens, closes } = questionnaire
  const values = {
    from: opens ? numbers.date(opens) : '',
    to: closes ? numbers.date(closes) : '',
  }
  if (opens && closes) return words('report:facts.between', values)
  if (closes) return words('report:facts.until', values)
  return opens ? words('report:facts.since', values) : words('report:facts.openEnded')
}

/** Which part of the numbers the reader has before them. */
function limits(reader: Reader, { questionnaire, everywhere }: Source['view']): string[] {
  const { words } = reader
  const named = (sites: Site[]) =>
    siteList(
      reader,
      { ...questionnaire, sites },
      sites.map(({ id }) => id),
    )
  const { sites } = questionnaire
  const own = words(`report:limited.${sites.length > 0 ? 'some' : 'none'}`, { sites: named(sites) })
  return [
    own,
    ...(everywhere ? [words('report:limited.all', { sites: named(everywhere.sites) })] : []),
  ]
}
