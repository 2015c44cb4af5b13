import { parse } from 'csv-parse/sync'
import type { Results } from '../../src/survey/results.ts'
import { type Row, sheetsIn } from '../spreadsheet.ts'
import { codedTables, codes, headings, jsonTables, memberIn, type Seen, seen } from './seen.ts'
import { commentsIn } from './texts.ts'

interface Reply {
  body: string
  rawPayload: Buffer
}

export interface Reader {
  name: string
  /** whether a person of the office opens it, or a program with a token */
  as: 'office' | 'machine'
  /** after the survey's address */
  paths: string[]
  read(reply: Reply, path: string): Seen[]
  /** a list in random order, of which each page alone tells nothing: read as one */
  pages?: number
  /** shows sums of released tables that no other reader has */
  sums?: true
}

/**
 * Every door through which numbers or texts of answers leave. Each person has an option, a step, a
 * theme and a comment of her own, so what is read tells exactly of whom it is.
 */
export const readers: Reader[] = [
  { name: 'dashboard', as: 'office', paths: ['', '?site=norr&over=site'], read: pageTables },
  { name: 'weighted', as: 'office', paths: ['?weighted=yes'], read: pageTables, sums: true },
  {
    name: 'picture of everyone',
    as: 'office',
    paths: ['/questions/alla/figure.svg', '/questions/bara/figure.svg'],
    read: pictureTables,
  },
  {
    name: 'picture by site',
    as: 'office',
    paths: ['/questions/alla/sites.svg', '/questions/bara/sites.svg'],
    read: pictureTables,
  },
  {
    name: 'picture of themes',
    as: 'office',
    paths: ['/questions/ord/themes.svg'],
    read: pictureTables,
  },
  {
    name: 'text room',
    as: 'office',
    paths: ['/texts?', '/texts?site=norr', '/texts?site=others'],
    pages: 2,
    read: ({ body }) => [...listed(commentsIn(body)), ...gridTables('ord', body)],
  },
  {
    name: 'results as JSON',
    as: 'machine',
    paths: ['/results.json'],
    read: ({ body }) => jsonTables(JSON.parse(body) as Results),
  },
  {
    name: 'results as CSV',
    as: 'machine',
    paths: ['/results.csv'],
    read: ({ body }) => codedTables(parse(body, { columns: true, bom: true }) as Row[], codes),
  },
  {
    name: 'taken along as JSON',
    as: 'office',
    paths: ['/results.json', '/results.json?site=norr'],
    read: ({ body }) => jsonTables(JSON.parse(body) as Results),
  },
  {
    name: 'taken along as CSV',
    as: 'office',
    paths: ['/results.csv?lang=sv'],
    read: ({ body }) => {
      const rows = parse(body, { columns: true, bom: true, delimiter: ';' }) as Row[]
      return codedTables(rows, headings)
    },
  },
  {
    name: 'taken along as a workbook',
    as: 'office',
    paths: ['/results.xlsx?lang=sv'],
    read: ({ rawPayload }) => codedTables(sheetsIn(rawPayload)['Svar']!, headings),
  },
]

/** What people wrote, as one list that nobody can divide. */
const listed = (texts: string[]) =>
  seen(
    'ord',
    texts.flatMap((text) => memberIn(text) ?? []),
  )

function pageTables({ body }: Reply): Seen[] {
  const sections = body.split(/(?=<section class="question")/).slice(1)
  return sections.flatMap((section) => {
    const question = /id="question-(\w+)"/.exec(section)![1]!
    const quotes = [...section.matchAll(/<details class="quotes".*?<\/details>/gs)]
    const texts = quotes.map(([html]) => [...html.matchAll(/<li[^>]*>(.*?)<\/li>/g)])
    return [
      ...gridTables(question, section),
      ...stripTables(question, section),
      ...texts.flatMap((list) => listed(list.map(([, words]) => words!))),
    ]
  })
}

/** Tables with options or themes as rows, or as columns: a set for each column, or row, of them. */
function gridTables(question: string, html: string): Seen[] {
  return [...html.matchAll(/<table.*?<\/table>/gs)].flatMap(([table]) => {
    const grid = gridOf(table)
    const across = grid[0]!.slice(1).some((head) => memberIn(head))
    const lines = across ? grid : grid[0]!.map((_, column) => grid.map((row) => row[column] ?? ''))
    const [heads, ...groups] = lines
    return groups.flatMap((group) =>
      seen(
        question,
        group.flatMap((cell, index) => (isSome(cell) ? (memberIn(heads![index]!) ?? []) : [])),
      ),
    )
  })
}

/** Cells as words, where one reaches over several rows in each of them. */
function gridOf(table: string): string[][] {
  const reaching: { left: number; words: string }[] = []
  return [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) => {
    const cells = [...row!.matchAll(/<t[hd]([^>]*)>(.*?)<\/t[hd]>/gs)]
    const words: string[] = []
    for (let column = 0; cells.length > 0 || (reaching[column]?.left ?? 0) > 0; column += 1) {
      const above = reaching[column]
      if (above && above.left > 0) {
        above.left -= 1
        words.push(above.words)
        continue
      }
      const [, attributes, html] = cells.shift()!
      const cell = { left: 0, words: plain(html!) }
      cell.left = Number(/rowspan="(\d+)"/i.exec(attributes!)?.[1] ?? 1) - 1
      reaching[column] = cell
      words.push(cell.words)
    }
    return words
  })
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** A count above nothing, alone or after its share; of places, a share who put it first. */
function isSome(cell: string): boolean {
  const counted = /^(?:[\d,]+ % \()?(\d+)\)?$/.exec(cell)
  if (counted) return Number(counted[1]) > 0
  const first = /\(([\d,]+) %/.exec(cell)
  return first !== null && Number(first[1]!.replace(',', '.')) > 0
}

/** Bars of places under each option. */
function stripTables(question: string, html: string): Seen[] {
  const places = new Map<string, Set<string>>()
  for (const panel of html.split(/(?=<p class="panel-title")/).slice(1)) {
    const option = memberIn(plain(/<p[^>]*>(.*?)<\/p>/s.exec(panel)![1]!))
    for (const [, label, value] of panel.matchAll(
      /strip-label"[^>]*>(.*?)<\/span>.*?strip-value">(.*?)<\/span>/gs,
    )) {
      if (option && isShare(plain(value!))) add(places, plain(label!), option)
    }
  }
  return [...places.values()].flatMap((members) => seen(question, members))
}

const isShare = (value: string) => /^[\d,]+ %/.test(value) && !/^0,0 %(?! \([1-9])/.test(value)

const add = (sets: Map<string, Set<string>>, key: string, member: string) =>
  sets.set(key, (sets.get(key) ?? new Set()).add(member))

/** A line is a label and its value; a title above lines of places is an option. */
function pictureTables({ body }: Reply, path: string): Seen[] {
  const places = new Map<string, Set<string>>()
  let title: string | undefined
  for (const [, group] of body.matchAll(/<g>(.*?)<\/g>/gs)) {
    const texts = [...group!.matchAll(/<text.*?<\/text>/gs)].map(([text]) => plain(text))
    const [label, value] = [texts[0] ?? '', texts.at(-1) ?? '']
    if (texts.length === 1) title = memberIn(label)
    else if (isShare(value)) add(places, memberIn(label) ? 'all' : label, memberIn(label) ?? title!)
  }
  const question = /questions\/(\w+)\//.exec(path)![1]!
  return [...places.values()].flatMap((members) => seen(question, members))
}
