import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Browser } from '../browser-by-hand.ts'
import { expectSoundHtml } from '../html.ts'
import { ask, content, sites, text } from '../make.ts'
import { ACT, start, type Started } from '../start.ts'
import { signedIn } from './two-offices.ts'

const languages = ['sv', 'da', 'en']
const papers = ['record', 'assessment']
const marks: Record<string, string> = {
  sv: 'Att besvara:',
  da: 'Skal besvares:',
  en: 'To be answered:',
}
const survey = content(
  [
    ask.choice('val', { required: true }),
    ask.choice('annat', { other: true }),
    ask.text('ord', { text: text('Vad <hände> & "sen"?'), quotable: true }),
  ],
  { sites: sites('norr', 'vik').map((site) => ({ ...site, listed: 6000 })), smallestGroup: 7 },
)
const declared = ['Att pröva', 'Nämnden', 'kontakt@exempel.example', 'Allmänt intresse', '2026-1']

let svar: Started
let anna: Browser
beforeAll(async () => {
  svar = await start({ environment: { SMTP_URL: 'smtp://127.0.0.1:9' } })
  await svar.open(survey)
  const privacy = { purpose: { sv: '' }, controller: { sv: ' ', da: '' } }
  const bare = { title: 'Tom', languages: ['sv', 'da'], privacy }
  await svar.store.addDraft('nord', 'tom', bare, ACT)
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const paper = async (name: string, language = 'sv', id = 'prov', browser = anna) =>
  browser.get(`/office/surveys/${id}/duties/${name}.html?lang=${language}`)
const asksIn = (html: string) => html.split('class="ask"').length - 1

describe.each(languages)('papers in %s', (language) => {
  test.each(papers)('%s is a sound file to take along, in that language', async (name) => {
    const { statusCode, headers, body } = await paper(name, language)
    expect(statusCode).toBe(200)
    expect(headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="prov-${name}.html"`),
    )
    expect(headers['content-security-policy']).toContain("style-src 'sha256-")
    expect(body).toContain(`<html lang="${language}"`)
    expect(body.split(marks[language]!).length - 1).toBe(asksIn(body))
    expect(body).not.toMatch(/\{\{|duties:/)
    await expectSoundHtml(body)
  })
})

describe('the record', () => {
  test('holds what the survey declares, in its own language', async () => {
    const { body } = await paper('record', 'da')
    for (const words of declared) expect(body).toContain(words)
    expect(body).toContain('<div lang="sv"><p>Nämnden</p></div>')
    expect(body).toContain('31. august 2027')
    expect(body).toContain('syv')
  })

  test('asks for what a draft does not say yet, and makes nothing up', async () => {
    const [whole, bare] = [await paper('record'), await paper('record', 'sv', 'tom')]
    // Controller, contact, purpose, legal basis, retention and decision.
    expect(asksIn(bare.body) - asksIn(whole.body)).toBe(6)
    expect(bare.body).toContain('Gjord 1 juli 2026 ur utkastet till enkäten ”Tom”.')
    expect(bare.body).not.toContain('…')
  })

  test('says nothing of letters where none can be sent', async () => {
    expect((await paper('record')).body).toContain('E-postadresser till dem som vill ha besked')
    const silent = await start()
    await silent.open(survey)
    await silent.addUser('anna@nord.example')
    const browser = await signedIn(silent, 'anna@nord.example')
    for (const name of papers) {
      expect((await paper(name, 'sv', 'prov', browser)).body).not.toContain('besked')
    }
    const notice = await silent.app.inject('/s/prov/privacy')
    expect(notice.body).not.toContain('Om du vill ha besked')
    await silent.close()
  })
})

test('the assessment has every question to defend, and every judgement is a question', async () => {
  const { body } = await paper('assessment')
  for (const words of ['Fråga val', 'Fråga annat', 'Vad &lt;hände>']) expect(body).toContain(words)
  expect(body).toContain('12&nbsp;000 listade'.replace('&nbsp;', '\u00a0'))
  expect(body.split('De kan innehålla personuppgifter').length - 1).toBe(2)
  const risks = body.slice(body.indexOf('<h2>Risker'), body.indexOf('<h2>Synpunkter'))
  expect(asksIn(risks)).toBe(11)
  expect(risks.split('<tr>').length - 1).toBe(12)
})

describe('the page', () => {
  test('offers both papers in every language, and is reached from the survey', async () => {
    const { body } = await anna.get('/office/surveys/prov/duties?lang=sv')
    for (const name of papers) {
      for (const language of languages) {
        expect(body).toContain(`href="/office/surveys/prov/duties/${name}.html?lang=${language}"`)
      }
    }
    const state = await anna.get('/office/surveys/prov/state')
    expect(state.body).toContain('/office/surveys/prov/duties')
  })

  test('of another organisation is unknown', async () => {
    await svar.open({ ...survey, id: 'annans' }, 'syd')
    for (const path of ['', '/record.html', '/assessment.html']) {
      const foreign = await anna.get(`/office/surveys/annans/duties${path}`)
      expect(foreign.statusCode).toBe(404)
    }
  })
})

describe('the privacy notice', () => {
  test('speaks of quoting where somebody is asked for it, and nowhere else', async () => {
    const plain = { ...survey, id: 'utan', questions: [ask.text('ord')] }
    await svar.open(plain)
    const [asked, unasked] = await Promise.all(
      ['prov', 'utan'].map(async (id) => (await svar.app.inject(`/s/${id}/privacy`)).body),
    )
    expect(asked).toContain('om det du skriver får citeras')
    expect(unasked).not.toContain('citera')
    expect((await paper('record', 'sv', 'prov')).body).toContain('citeras')
    expect((await paper('record', 'sv', 'utan')).body).not.toContain('citeras')
  })

  const zones = [
    ['Europe/Stockholm', ['imy.se']],
    ['Europe/Copenhagen', ['datatilsynet.dk']],
    ['Europe/Helsinki', ['imy.se', 'datatilsynet.dk']],
  ] as const

  test.each(zones)('of a survey in %s names who supervises it', async (timeZone, authorities) => {
    const id = timeZone.slice(7).toLowerCase()
    await svar.open({ ...survey, id, timeZone, languages: ['sv', 'da'] })
    for (const language of ['sv', 'da']) {
      const { body } = await svar.app.inject(`/s/${id}/privacy?lang=${language}`)
      const links = [...body.matchAll(/href="https:\/\/www\.([\w.]+)"/g)].map(([, host]) => host)
      expect(links).toEqual(authorities)
    }
  })
})

describe('the accessibility statement', () => {
  test('is an organisation’s own, with a way to report, in Denmark under /was', async () => {
    const look = { accent: '#0b5f66', demo: false }
    const email = 'hej@vest.example'
    await svar.store.saveOrganisation({ id: 'vest', name: 'Vest', ...look, email }, ACT)
    const own = await svar.app.inject('/was/vest')
    expect(own.headers['content-language']).toBe('da')
    expect(own.body).toContain('<h1>Tilgængeligheds\u00aderklæring for Vest</h1>')
    const subject = encodeURIComponent('Manglende tilgængelighed på Svar')
    expect(own.body).toContain(`href="mailto:${email}?subject=${subject}"`)
    const general = await svar.app.inject('/was')
    expect(general.body).toContain('<a href="/was/vest?lang=da">Vest</a>')
    expect(general.body).not.toContain('mailto:')
    expect((await svar.app.inject('/was/nej')).statusCode).toBe(404)
  })

  test('of those who ask is linked from their surveys', async () => {
    expect((await svar.app.inject('/s/prov')).body).toContain('href="/accessibility/nord?lang=sv"')
  })
})
