import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { Refused } from '../../src/commands/context.ts'
import { readSurveyFile } from '../../src/commands/survey-file.ts'
import { locales } from '../../src/i18n.ts'
import { missing } from '../../src/survey/draft/missing.ts'
import { contentOf, known, tree } from '../survey/tree.ts'

const file = (source: string) => readSurveyFile('prov.yaml', source, known)

/** The lines of the refusal; nothing but a refusal will do. */
function refusal(source: string): string[] {
  try {
    file(source)
  } catch (error) {
    expect(error).toBeInstanceOf(Refused)
    return (error as Refused).message.split('\n')
  }
  throw new Error('the file was taken')
}

test('YAML and JSON say the same', () => {
  const expected = { content: contentOf(tree()), tree: tree() }
  expect(file(stringify(tree()))).toEqual(expected)
  expect(file(JSON.stringify(tree()))).toEqual(expected)
  expect(file(JSON.stringify(tree(), null, '\t').replaceAll('\n', '\r\n'))).toEqual(expected)
  expect(file(`\ufeff${stringify(tree())}`)).toEqual(expected)
})

test('what is exported can be imported', () => {
  const { tree: exported } = file(stringify(tree()))
  expect(file(stringify(exported))).toEqual(file(stringify(tree())))
})

test('every fault at once, each with the line of its field', () => {
  const faulty = `id: prov
languages: [sv]
titel: Prov
opens: 2026-06-01
closes:
  - 2026-08-31
sites:
  - id: norr
    name:
      da: Nord
  - name: Syd
privacy:
  purpose: &why
    sv: 5
  legalBasis: *why
  retainUntil: i höst
questions:
  - id: q1
    kind: choice
    options:
      - { id: a }
      - { id: other }
  - id: q2
    kind: ja-nej
  -
    id: q1
    kind: text
    showIf: { question: q9, is: a }
`
  expect(refusal(faulty).map((line) => line.split(':').slice(1, 3).join(':'))).toEqual([
    '3: titel',
    '5: closes',
    '10: sites.0.name.da',
    '11: sites.1.id',
    '14: privacy.purpose.sv',
    '14: privacy.legalBasis.sv',
    '16: privacy.retainUntil',
    '22: questions.0.options.1.id',
    '24: questions.1.kind',
    '26: questions.2',
    '28: questions.2.showIf.question',
  ])
  expect(refusal(faulty)[0]).toMatch(/^prov\.yaml:3: titel: unknown field; known here: id, /)
})

describe('a file that is no survey is refused', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdef'].map((name, index) => {
    const before = 'abcde'[index - 1]
    return index === 0 ? name : `${name}: &${name} [${Array(9).fill(`*${before}`).join()}]`
  })
  test.each([
    ['nothing', '', 'prov.yaml:1: file: must be a mapping'],
    ['a text', 'hej', 'prov.yaml:1: file: must be a mapping'],
    ['NUL and rubbish', '\0\u0001\ufffd\ufffd', 'prov.yaml:1: '],
    ['tabs to indent', 'title:\n\tsv: x', 'prov.yaml:2: Tabs are not allowed as indentation'],
    ['a key twice', 'id: a\nid: b', 'prov.yaml:2: Map keys must be unique'],
    ['a key twice in JSON', '{\n"id": "a",\n"id": "b"}', 'prov.yaml:3: Map keys must be unique'],
    ['two documents', 'id: a\n---\nid: b', 'prov.yaml:2: Source contains multiple documents'],
    ['an open quote', 'id: "a\ntitle: x', 'prov.yaml:'],
    ['a text in stars', 'id: a\ntitle: *Viktigt*', 'prov.yaml:2: "*Viktigt*" refers to nothing'],
    ['aliases of aliases', bomb.join('\n'), 'prov.yaml: Excessive alias count'],
    ['an alias of itself', 'id: &a [*a, *a]', 'prov.yaml: is nested too deeply'],
    ['a tag', 'id: !!js/function "x"', 'prov.yaml:1: languages: '],
    ['far too deep', '['.repeat(20_000) + ']'.repeat(20_000), 'prov.yaml:1: Maximum call stack'],
    ['prototype keys', '__proto__: { id: a }\nconstructor: 1', 'prov.yaml:1: __proto__: unknown'],
    ['5 MB', `intro: ${'x'.repeat(5_000_000)}`, 'prov.yaml: has 5000007 characters, at most 1'],
    ['5 MB of fields', 'a: 1\n'.repeat(1_000_000), 'prov.yaml: has 5000000 characters, at most'],
  ])('%s', (_, source, expected) => {
    const lines = refusal(source)
    expect(lines.filter((line) => line.startsWith(expected))).not.toEqual([])
    for (const line of lines) expect(line).toMatch(/^prov\.yaml:/)
    expect({}).not.toHaveProperty('id')
  })
})

describe('the demo', () => {
  const folder = join(import.meta.dirname, '../../db/demo')
  const surveys = readdirSync(folder).filter((name) => !/^(organisations|texts)\./.test(name))

  test.each(surveys)('%s is without faults and lacks only its dates', (name) => {
    const source = readFileSync(join(folder, name), 'utf8')
    const { content } = readSurveyFile(name, source, Object.keys(locales))
    expect(missing(content)).toEqual([['privacy', 'retainUntil']])
  })
})
