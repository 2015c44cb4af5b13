import * as fc from 'fast-check'
import { kinds } from '../../src/survey/kinds/kinds.ts'
import type { Kind } from '../../src/survey/questionnaire.ts'
import type { Tree } from './tree.ts'

const said = fc
  .oneof(
    fc.constantFrom('2026-01-01', 'null', '~', 'yes: no # x', '- *a', '<b>"&\'', '=1+1', '0x1F'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .map((words) => `${words.replaceAll('\0', '').trim()}.`)
const text = fc.oneof(said, fc.record({ sv: said, da: said }))
const flag = fc.boolean()
/** A field that may be left out. */
const loose = <T>(name: string, value: fc.Arbitrary<T>): fc.Arbitrary<Tree> =>
  fc.option(value).map((one) => (one === null ? {} : { [name]: one }))
const fields = (...all: fc.Arbitrary<Tree>[]): fc.Arbitrary<Tree> =>
  fc.tuple(...all).map((each) => Object.assign({}, ...each) as Tree)

const options = fc
  .array(text, { minLength: 2, maxLength: 6 })
  .map((texts) => texts.map((one, index) => ({ id: `v${index}`, text: one })))
const end = (value: number) =>
  fc.oneof(fc.constant(value), fc.record({ value: fc.constant(value), text }))

const own: Record<Kind, fc.Arbitrary<Tree>> = {
  choice: fields(fc.record({ options }), loose('other', flag)),
  choices: fields(
    fc.record({ options }),
    loose('other', flag),
    loose('none', flag),
    loose('max', fc.integer({ min: 1, max: 50 })),
  ),
  scale: fields(
    fc.record({
      from: fc.nat({ max: 1 }).chain(end),
      to: fc.integer({ min: 3, max: 9 }).chain(end),
    }),
    loose('dontKnow', flag),
  ),
  ranking: fields(fc.record({ options }), loose('max', fc.integer({ min: 1, max: 2 }))),
  number: fields(
    fc.record({ from: fc.constant(0), to: fc.integer({ min: 30, max: 9000 }) }),
    loose('decimals', fc.constantFrom(0, 1)),
    loose('unit', text),
    loose('bins', fc.constantFrom([0, 10], [0, 1, 5, 30])),
  ),
  text: fields(loose('max', fc.integer({ min: 1, max: 5000 }))),
}

/** Whom a question is asked of: what each kind that can be hung on is sure to offer. */
const askable: Record<string, unknown[]> = {
  choice: ['v0', 'v1'],
  choices: ['v0', 'v1'],
  scale: [2, 3],
}

const question = fc
  .constantFrom(...kinds)
  .chain((kind) =>
    fields(
      fc.record({ kind: fc.constant(kind), text }),
      loose('help', text),
      loose('required', flag),
      own[kind],
    ),
  )

const questions = fc
  .array(fc.tuple(question, fc.option(fc.tuple(fc.nat(), flag))), { minLength: 1, maxLength: 9 })
  .map((all) => {
    const named: Tree[] = all.map(([one], index) => ({ id: `q${index}`, ...one }))
    return named.map((one, index) => {
      const hung = all[index]![1]
      const on = hung && index > 0 ? named[hung[0] % index]! : undefined
      const is = on && askable[String(on['kind'])]
      if (!hung || !is) return one
      return { ...one, showIf: { question: on['id'], is: hung[1] ? is : is[0] } }
    })
  })

const sites = fc
  .array(fields(fc.record({ name: text }), loose('listed', fc.nat({ max: 90_000 }))), {
    maxLength: 5,
  })
  .map((all) => all.map((one, index) => ({ id: `plats-${index}`, ...one })))

/** A survey file without faults, with any kind, setting and way of writing. */
export const wholeSurvey = (id: string): fc.Arbitrary<Tree> =>
  fields(
    fc.record({ id: fc.constant(id), languages: fc.constant(['sv', 'da']), title: text }),
    loose('intro', text),
    loose('opens', fc.constant('2026-06-01')),
    loose('closes', fc.constant('2026-08-31')),
    loose('timeZone', fc.constant('Europe/Copenhagen')),
    loose('smallestGroup', fc.integer({ min: 5, max: 1000 })),
    loose('graceDays', fc.integer({ min: 0, max: 60 })),
    loose('sites', sites),
    loose(
      'privacy',
      fields(
        ...['purpose', 'controller', 'contact', 'legalBasis', 'decision'].map((name) =>
          loose(name, text),
        ),
        loose('retainUntil', fc.constant('2027-08-31')),
      ),
    ),
    fc.record({ questions }),
  )
