import { expect, test } from 'vitest'
import { audit, type Leak } from '../../src/survey/auditor/audit.ts'
import { keyOf } from '../../src/survey/auditor/division.ts'
import { type Atom, cellsIn, membersIn } from '../../src/survey/auditor/evidence.ts'
import { type Breakdown, questionOf } from '../../src/survey/breakdown.ts'
import { finalRelease, type Group } from '../../src/survey/release.ts'
import type { Channel } from '../../src/survey/response.ts'
import { tableOf, withheldTable } from '../../src/survey/table.ts'
import { crowdSurvey, finalOf, type Person, received } from './crowd.ts'

const asked = crowdSurvey(5, ['a', 'b'], { breakdowns: ['channel', 'question:alder'] })

interface Answers {
  channel: Channel
  site?: string
  alder?: string
  answer?: number
  skala?: string
}

const person = ({ channel, site, alder, answer, skala }: Answers, index: number): Person => ({
  channel,
  language: 'sv',
  fields: {
    submission: `person-${index}`,
    site: site ?? ['a', 'b'][index % 2],
    alder: alder ?? ['ung', 'mitt', 'gammal'][index % 3],
    alla: `p${answer ?? index % 5}`,
    skala: skala ?? String(index % 5),
  },
})

/** 132 on the web, 44 by QR code and 44 on a tablet, well mixed. */
const mixed = Array.from({ length: 220 }, (_, index) =>
  person({ channel: (['web', 'qr', 'web', 'kiosk', 'web'] as const)[index % 5]! }, index),
)
const fewer = (kiosks: number) => {
  let seen = 0
  return mixed.filter(({ channel }) => channel !== 'kiosk' || (seen += 1) <= kiosks)
}

/** Groups as someone would make them who merges like this, and does nothing else. */
function grouped(by: Breakdown, pieces: string[][], atoms: Atom[]): Group[] {
  const key = keyOf(asked, by)
  return pieces.map((ids) => {
    const own = atoms.filter((atom) => ids.includes(key(atom)))
    const questions = asked.questions.filter(({ id }) => id !== questionOf(by))
    return {
      by,
      id: ids.length > 1 ? 'others' : ids[0]!,
      released: membersIn(own, ''),
      questions: questions.map((question) => tableOf(question, cellsIn(own, question.id))),
      ...(ids.length > 1 && { merged: ids }),
    }
  })
}

const all = [['web'], ['qr'], ['kiosk']]
const ages = [['ung'], ['mitt'], ['gammal']]

function judged(
  people: Person[],
  make: (given: ReturnType<typeof received>['evidence']) => Group[],
): Leak['code'][] {
  const { evidence } = received(asked, people)
  const groups = finalRelease(asked, evidence.tallies).groups
  const leaks = audit(asked, [...groups, ...make(evidence)], evidence)
  return [...new Set(leaks.map(({ code }) => code))]
}

test('where nothing is wrong, nothing is found', () => {
  expect(judged(mixed, ({ atoms }) => grouped('channel', all, atoms))).toEqual([])
  expect(judged(mixed, ({ atoms }) => grouped('question:alder', ages, atoms))).toEqual([])
})

const dontKnow = mixed.map((one, index) =>
  index % 7 === 0 ? { ...one, fields: { ...one.fields, skala: 'dontknow' } } : one,
)
const byChannel = mixed.toSorted((a, b) => (a.channel < b.channel ? -1 : 1))

test.each<[string, Leak['code'], Person[], Parameters<typeof judged>[1]]>([
  ['small groups not merged', 'few', fewer(3), ({ atoms }) => grouped('channel', all, atoms)],
  [
    'groups merged by name, not by size',
    'few',
    fewer(3),
    ({ atoms }) => grouped('channel', [['kiosk'], ['qr', 'web']], atoms),
  ],
  ['k−1 taken for k', 'few', fewer(4), ({ atoms }) => grouped('channel', all, atoms)],
  [
    '"others" of exactly one group',
    'alone',
    fewer(8),
    ({ atoms }) => {
      const [web, qr, kiosk] = grouped('channel', all, atoms)
      return [web!, qr!, { ...kiosk!, id: 'others', merged: ['kiosk'] }]
    },
  ],
  [
    'one table withheld alone',
    'few',
    fewer(3),
    ({ atoms }) => {
      const [web, qr, kiosk] = grouped('channel', all, atoms)
      return [web!, qr!, { ...kiosk!, questions: asked.questions.map(withheldTable) }]
    },
  ],
  [
    'the tablets of one site for all tablets',
    'counted',
    mixed,
    ({ atoms }) => {
      const [web, qr] = grouped('channel', all, atoms)
      const own = atoms.filter(({ site }) => site === 'a')
      return [web!, qr!, ...grouped('channel', [['kiosk']], own)]
    },
  ],
  [
    'the question that the groups are made from',
    'own',
    mixed,
    ({ atoms }) =>
      grouped('question:alder', ages, atoms).map((group) => ({
        ...group,
        questions: [
          ...group.questions,
          tableOf(
            asked.questions[0]!,
            cellsIn(
              atoms.filter(({ groups }) => groups[1] === group.id),
              'alder',
            ),
          ),
        ],
      })),
  ],
  [
    'two breakdowns crossed',
    'undeclared',
    mixed,
    ({ atoms }) => {
      const young = atoms.filter(({ groups }) => groups[1] === 'ung')
      return grouped('channel', all, young).map((group) => ({ ...group, id: `${group.id} ung` }))
    },
  ],
  [
    'a breakdown that nobody declared',
    'undeclared',
    mixed,
    ({ atoms }) => [{ ...grouped('channel', all, atoms)[0]!, by: 'language', id: 'sv' }],
  ],
  [
    'a group alone and among the others',
    'overlapping',
    mixed,
    ({ atoms }) => grouped('channel', [...all, ['kiosk', 'qr']], atoms),
  ],
  [
    '"don’t know" in n',
    'counted',
    dontKnow,
    ({ atoms }) =>
      grouped('channel', all, atoms).map((group) => ({
        ...group,
        questions: group.questions.map((one) => ({ ...one, n: one.n + (one.dontKnow ?? 0) })),
      })),
  ],
  [
    'steps shown up to the last answers, and then all',
    'steps',
    mixed,
    ({ atoms, tallies }) => {
      for (const strands of tallies.values()) {
        for (const { cells } of strands.values()) {
          const cell = cells.get('')!
          Object.assign(cell, { shown: cell.open + cell.held + cell.shown - 3, held: 0, open: 3 })
        }
      }
      return grouped('channel', all, atoms)
    },
  ],
  [
    'batches of one channel each: a channel less its batches is a handful',
    'unmixed',
    byChannel,
    ({ atoms }) => grouped('channel', all, atoms),
  ],
])('the auditor finds %s', (_name, code, people, make) => {
  expect(judged(people, make)).toContain(code)
})

test('the auditor finds two people whom bounds tell of: no table shows them', () => {
  // At site a nobody answered p0, and by tablet nobody p1: both of the tablet there said p2.
  const people = Array.from({ length: 80 }, (_, index) => {
    const isTablet = index % 2 === 0
    const site = index < 24 ? 'a' : 'b'
    if (site === 'b')
      return person(
        {
          channel: isTablet ? 'kiosk' : 'web',
          site,
          answer: isTablet ? [0, 2][(index % 4) >> 1]! : index % 3,
        },
        index,
      )
    const channel = index % 12 === 0 ? 'kiosk' : 'web'
    return person({ channel, site, answer: channel === 'kiosk' ? 2 : 1 + (index % 2) }, index)
  })
  const groups = ({ atoms }: { atoms: Atom[] }) => grouped('channel', [['web'], ['kiosk']], atoms)
  expect(judged(people, groups)).toContain('pinned')
  const { evidence } = received(asked, people)
  expect(audit(asked, finalOf(asked, evidence).groups, evidence)).toEqual([])
})
