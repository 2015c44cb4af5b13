import { describe, expect, test } from 'vitest'
import { questionnairePage } from '../../src/pages/citizen/questionnaire.tsx'
import { ask, options, questionnaire, sites } from '../make.ts'
import { everyPage, faults, frame, languages, rich } from './every-page.ts'

const page = (questions: Parameters<typeof questionnaire>[0], more = {}, view = {}) =>
  questionnairePage(frame('sv', { languages: ['sv', 'da'] }), {
    questionnaire: questionnaire(questions, more),
    submission: 'abcdefgh',
    fields: {},
    faults: [],
    ...view,
  })

describe('before the first question', () => {
  test('it is told who asks, until when, how long and that one is anonymous', () => {
    const html = page([ask.choice('a'), ask.text('b')])
    const before = html.slice(0, html.indexOf('<form'))
    expect(before).toContain('Region Nord frågar.')
    expect(before).toContain('till och med 31 augusti 2026')
    expect(before).toContain('Två frågor, ungefär en minut.')
    expect(before).toContain('Du svarar anonymt.')
    expect(before).toContain('href="/s/prov/privacy?lang=sv"')
  })

  test('follow-ups are not counted as questions', () => {
    const followUp = ask.scale('b', { showIf: { question: 'a', is: ['a'] } })
    expect(page([ask.choice('a'), followUp])).toContain('En fråga och ibland en följdfråga, ')
  })

  test('a survey without an end is open for the time being', () => {
    expect(page([ask.text('a')], { closes: undefined })).toContain('öppen tills vidare')
  })
})

describe('the form', () => {
  test('nothing is chosen beforehand', () => {
    expect(everyPage('sv')['questionnaire']).not.toMatch(/checked|selected/)
  })

  test('what is written has in its name whether it must be, as other questions have', () => {
    const label = /<label for="q.a">.*?<\/label>/.exec(page([ask.text('a', { required: true })]))
    expect(label![0]).toContain('Måste besvaras')
  })

  test('answers so far are kept', () => {
    const fields = { a: 'b', 'c.a': '2', t: 'Rad 1\n<b>' }
    const html = page([ask.choice('a'), ask.ranking('c'), ask.text('t')], {}, { fields })
    expect(html).toMatch(/value="b" checked/)
    expect(html).toMatch(/<option value="2" selected/)
    expect(html).toContain('\nRad 1\n&lt;b></textarea>')
  })

  test('Enter presses no language: the first button is plain', () => {
    const [first] = page([ask.text('a')]).match(/<button[^>]*>/g)!
    expect(first).toContain('form="answers"')
    expect(first).not.toContain('name=')
  })

  test('the QR code preselects a site, and what was chosen since stays', () => {
    const places = { sites: sites('x', 'y') }
    const given = page([ask.text('a')], places, { site: 'y', channel: 'qr' })
    expect(given).toMatch(/value="y" checked/)
    expect(given).toContain('<input type="hidden" name="channel" value="qr"')
    const unchosen = page([ask.text('a')], places, { site: 'y', fields: { site: '' } })
    expect(unchosen.match(/value(?:="[^"]*")? checked/g)).toEqual(['value checked'])
  })

  test('a follow-up says whom it is for', () => {
    const on = ask.choices('a', { options: options('ja', 'nej'), none: true })
    const html = page([on, ask.text('b', { showIf: { question: 'a', is: ['ja', 'none'] } })])
    expect(html).toContain(
      'Svara bara om du valde ”Val ja” eller ”Inget av detta” på frågan ”Fråga a”',
    )
    expect(html).toContain('data-if="a" data-is="ja none"')
  })
})

describe.each(languages)('faults in %s', (language) => {
  const html = everyPage(language)['faulty']!
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]))

  test('each is linked from the top to a control that is there', () => {
    const top = html.slice(html.indexOf('data-problems'), html.indexOf('<h1>'))
    const targets = [...top.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
    expect(targets).toHaveLength(faults.length)
    expect(targets.filter((target) => !ids.has(target))).toEqual([])
  })

  test('each stands beside its field, which names it', () => {
    for (const { field } of faults.filter(({ field }) => field !== 'submission')) {
      expect(ids).toContain(`fault.${field}`)
      expect(html).toMatch(new RegExp(`aria-describedby="[^"]*fault\\.${field}"`))
    }
    const named = [...html.matchAll(/aria-describedby="([^"]+)"/g)].flatMap((m) => m[1]!.split(' '))
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  test('the title says it first', () => {
    const before = { sv: 'Fel: ', da: 'Fejl: ', en: 'Error: ', ar: 'خطأ: ' }[language]
    expect(html).toContain(`<title>${before}`)
  })
})

test('questions may be called like properties of a form', () => {
  const html = page([ask.text('action'), ask.choice('querySelector')])
  expect(html).toContain('name="action"')
  expect(rich().questions).not.toHaveLength(0)
})
