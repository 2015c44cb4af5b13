import { describe, expect, test } from 'vitest'
import { everything } from '../../src/pages/office/dashboard/chosen.ts'
import { dashboardPage } from '../../src/pages/office/dashboard/dashboard.tsx'
import { numbersIn } from '../../src/pages/office/numbers.ts'
import { ask, options, questionnaire, sites, text } from '../make.ts'
import { seeded } from '../random.ts'
import { device } from './fleets.ts'
import { expectSound, planner, wordsOf } from './frames.ts'
import { viewOf } from './views.ts'

const random = seeded('dashboard')
const questions = [
  ask.choice('val', { other: true }),
  ask.choices('flera', { none: true }),
  ask.scale('skala', { fromText: text('Dåligt'), toText: text('Bra') }),
  ask.number('tal'),
  ask.ranking('rang', { max: 2 }),
  ask.text('fritt', { showIf: { question: 'val', is: ['a', 'b'] } }),
]
const survey = questionnaire(questions, { sites: sites('norr', 'syd', 'vik') })
const page = (view: ReturnType<typeof viewOf>, language = 'sv') =>
  dashboardPage(planner(language, '/office/surveys/prov'), view)

const views = {
  'without responses': viewOf(survey, {}, random),
  'with nothing shown yet': viewOf(survey, { norr: 4, syd: 9 }, random),
  'partly shown': viewOf(survey, { norr: 33, syd: 8, vik: 0, '': 12 }, random),
  'closed, with answers on their way': {
    ...viewOf(survey, { norr: 20, syd: 3 }, random),
    state: 'closed' as const,
    today: '2026-09-02',
  },
  'closed, with a tablet that has not come in': heldUp(1),
  'closed, with tablets that have not come in': heldUp(8),
  'before it opens': { ...viewOf(survey, {}, random), state: 'scheduled' as const },
  'at the end, with sites merged': viewOf(survey, { norr: 60, syd: 7, vik: 6 }, random, true),
  'at the end, with too few': viewOf(survey, { norr: 4 }, random, true),
  'with many sites': viewOf(
    questionnaire(questions, { sites: sites(...'abcdefgh') }),
    { a: 30, b: 12, h: 44 },
    random,
  ),
  'without sites': viewOf(questionnaire(questions), { '': 45 }, random),
}

describe.each(Object.entries(views))('a dashboard %s', (_, view) => {
  test.each(['sv', 'da', 'en'])('is sound in %s', async (language) => {
    await expectSound(page(view, language))
  })
})

describe.each(Object.entries(views))('the tables %s', (_, view) => {
  const numbers = numbersIn('sv')
  const html = page(view)

  test('hold the released numbers and no others', () => {
    const all = view.release.groups[0]!
    for (const table of all.questions.filter(({ kind }) => kind !== 'text')) {
      const section = sectionOf(html, table.id)
      // How sure each is stands last, and has a test of its own.
      const rows = rowsOf(section).map((cells) => cells.slice(1, -1))
      const expected = table.options.map(({ count, first, meanRank }) =>
        table.kind === 'ranking'
          ? [numbers.mean(meanRank ?? 0), numbers.count(first!), numbers.share(first!, table.n)]
          : [numbers.count(count), numbers.share(count, table.n)],
      )
      const hidden = table.withheld || table.n === 0
      expect(rows).toEqual(hidden ? [] : expected.map((cells) => cells.map(wordsOf)))
    }
  })

  test('count everyone who came, by site', () => {
    for (const [site, count] of Object.entries(view.participation.bySite)) {
      if (view.questionnaire.sites.length === 0) continue
      const name = site === '' ? 'Ingen plats angiven' : `Plats ${site}`
      expect(wordsOf(html)).toContain(`${name} ${numbers.count(count)} `)
    }
  })
})

test('figures of many sites are drawn of the question that is asked for', () => {
  const view = views['with many sites']
  const all = page(view)
  expect(all).not.toContain('by-site-figure')
  expect(all).toContain('href="/office/surveys/prov?question=val#sites-val"')
  const asked = page({ ...view, chosen: { ...everything, question: 'val' } })
  expect(asked.split('class="by-site-figure"')).toHaveLength(2)
  expect(asked).toContain('id="sites-val"')
  for (const html of [all, asked]) expect(wordsOf(sectionOf(html, 'val'))).toContain('Plats b')
  expect(page(views['partly shown'])).toContain('class="by-site-figure" open')
})

test('while open it says what waits, and how much is missing at each site', () => {
  const words = wordsOf(page(views['partly shown']))
  expect(words).toContain(
    'Siffrorna bygger på 30 av 53 inkomna svar. 23 svar väntar på redovisning.',
  )
  expect(words).toContain('Plats norr 33 1 000 3,3 % 25 2 svar till')
  expect(words).toContain('Plats syd 8 1 000 0,8 % 0 2 svar till')
})

test('before anything is shown it says when', () => {
  const words = wordsOf(page(views['with nothing shown yet']))
  expect(words).toContain('De första visas när en plats har fått 10 svar.')
  expect(words).not.toContain('<canvas')
})

test('closed but not final, it says what is still to come', () => {
  const words = wordsOf(page(views['closed, with answers on their way']))
  expect(words).toContain(
    'Den slutliga redovisningen görs när de sista svaren har hunnit komma in.',
  )
  expect(words).not.toContain('Till nästa redovisning')
})

test('closed and waiting for tablets, it says which, and until when', () => {
  const one = wordsOf(page(views['closed, with a tablet that has not come in']))
  expect(one).toContain('svar som kan finnas kvar på en surfplatta: Entrén 1 (Plats norr).')
  expect(one).toContain('i alla händelser efter 7 september 2026.')
  expect(one).not.toContain('har hunnit komma in')
  const many = wordsOf(page(views['closed, with tablets that have not come in']))
  expect(many).toContain('kvar på 8 surfplattor: Entrén 1 (Plats norr), Entrén 2 (Plats norr),')
  expect(many).toContain('Entrén 5 (Plats norr) och 3 till.')
})

test('once the final release stands, no tablet is waited for', () => {
  const view = { ...views['at the end, with sites merged'], heldUp: heldUp(1).heldUp }
  expect(wordsOf(page(view))).not.toContain('surfplatta')
})

test('at the end it names the sites that were merged', () => {
  const words = wordsOf(page(views['at the end, with sites merged']))
  expect(words).toContain('Slutlig redovisning: siffrorna bygger på alla 73 inkomna svar.')
  expect(words).toContain('”Övriga platser” är Plats syd och Plats vik tillsammans.')
})

test('a withheld table is drawn as such, with no number', () => {
  const html = page(views['at the end, with too few'])
  const section = sectionOf(html, 'val')
  expect(wordsOf(section)).toContain('Visas inte, för få svar')
  expect(section).toContain('class="ghost"')
  expect(section).not.toContain('<table')
})

test('one site of a question that was too small is withheld in the table by site', () => {
  const view = viewOf(survey, { norr: 40, syd: 20, vik: 20 }, random, true)
  const [, norr] = view.release.groups
  const table = norr!.questions.find(({ id }) => id === 'val')!
  Object.assign(table, { withheld: true, n: 0 })
  expect(wordsOf(sectionOf(page(view), 'val'))).toContain('visas inte, för få svar')
})

test('whatever people and organisations write stays text', async () => {
  const evil = '<script>alert(1)</script>"&{{x}}$t(office:signIn.send)'
  const hostile = questionnaire(
    [ask.choice('val', { other: true, options: [{ id: 'a', text: text(evil) }, ...options('b')] })],
    { title: text(evil), sites: [{ id: 'norr', name: text(evil) }] },
  )
  const view = viewOf(hostile, { norr: 44 }, random)
  const texts = [{ field: 'val.other', group: 'norr', texts: [evil, `${evil}\nrad`], more: 7 }]
  const html = page({ ...view, texts })
  expect(html).not.toContain('<script>')
  expect(html.split('&lt;script').length).toBeGreaterThan(8)
  expect(html).not.toContain('Logga in')
  expect(wordsOf(html)).toContain('7 texter till får inte plats här.')
})

test('words of the survey in another language than the page are marked', () => {
  const html = page(views['partly shown'], 'da')
  expect(html).toContain('<p class="question-text" lang="sv">Fråga val</p>')
  expect(wordsOf(html)).toContain('Overblik Prov')
})

/** A closed survey whose final release waits for so many tablets. */
function heldUp(count: number) {
  const devices = Array.from({ length: count }, (_, index) =>
    device(`d${index}`, { name: `Entrén ${index + 1}` }),
  )
  return {
    ...viewOf(survey, { norr: 20, syd: 3 }, random),
    state: 'closed' as const,
    today: '2026-09-02',
    heldUp: { devices, until: '2026-09-07' },
  }
}

const sectionOf = (html: string, question: string) =>
  html.split('<section class="question"').find((part) => part.includes(`"question-${question}"`)) ??
  ''

const rowsOf = (section: string) =>
  [...section.matchAll(/<tr data-value="[^"]*"[^>]*>(.*?)<\/tr>/g)].map(([, cells]) =>
    cells!
      .split(/<\/t[hd]>/)
      .slice(0, -1)
      .map(wordsOf),
  )
