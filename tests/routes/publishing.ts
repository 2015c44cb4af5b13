import { hashSecret } from '../../src/secrets.ts'
import type { Site, Text } from '../../src/survey/questionnaire.ts'
import { Browser } from '../browser-by-hand.ts'
import { ask, content, options, text } from '../make.ts'
import { start, type Started } from '../start.ts'

export const languages = ['sv', 'da']
export const CLOSED = '2026-09-10T09:00:00+02:00'
export const publish = '/office/surveys/prov/publish'

const both = (words: string) => ({ text: text(words, languages) })
const named = (id: string): Site => ({
  id,
  name: text(`${id.slice(0, 1).toUpperCase()}${id.slice(1)} vårdcentral`, languages),
  listed: 4000,
})

/** A survey with a question of each kind, in two languages, at so many sites. */
export function publicSurvey(sites = ['norr', 'soder']) {
  const made = content(
    [
      ask.choice('val', { ...both('Vad är viktigast för dig?'), options: said('a', 'b', 'c') }),
      ask.choices('flera', { ...both('Vad saknar du?'), options: said('a', 'b', 'c', 'd') }),
      ask.scale('skala', {
        ...both('Hur nöjd är du?'),
        fromText: text('inte alls', languages),
        toText: text('mycket', languages),
      }),
      ask.number('vantan', {
        ...both('Hur länge väntade du?'),
        unit: { sv: 'minuter', da: 'minutter' },
      }),
      ask.ranking('ordning', {
        ...both('Vad ska göras först?'),
        options: said('x', 'y', 'z'),
        max: 3,
      }),
      ask.text('ord', { ...both('Vad vill du säga?'), quotable: true }),
    ],
    { languages, sites: sites.map(named), title: text('Vården nära dig', languages) },
  )
  const { purpose, controller, contact, legalBasis, decision, retainUntil } = made.privacy
  const told = (words: Text) => text(words['sv']!, languages)
  const privacy = {
    retainUntil,
    purpose: told(purpose),
    controller: told(controller),
    contact: told(contact),
    legalBasis: told(legalBasis),
    decision: told(decision),
  }
  return { ...made, intro: text('Vi frågar.', languages), privacy }
}

const said = (...ids: string[]) =>
  options(...ids).map((option) => ({
    ...option,
    text: text(`Alternativet ${option.id}`, languages),
  }))

/** The survey answered, closed and with its final release, and someone of the office. */
export async function released(counts: Record<string, number> = { norr: 12, soder: 14 }) {
  const svar = await start({ environment: { SVAR_BASE_URL: 'https://svar.example' } })
  await fill(svar, counts)
  svar.setClock(CLOSED)
  return { svar, office: await signedIn(svar) }
}

/** So many answer at each site, until the final release. */
export async function fill(
  svar: Started,
  counts: Record<string, number>,
  survey = publicSurvey(Object.keys(counts)),
) {
  await svar.open(survey)
  for (const [site, count] of Object.entries(counts)) {
    for (let turn = 0; turn < count; turn += 1) {
      const reply = await svar.send('prov', answersOf(site, turn))
      if (reply.statusCode !== 303) throw new Error(reply.body)
    }
  }
  await svar.store.finalise('prov', '2026-09-08T00:00:00Z')
}

/** Every third of those who write agrees to be quoted. */
export const answersOf = (site: string, turn: number) => ({
  submission: `response-${site}-${turn}`,
  site,
  val: 'abcb'[turn % 4]!,
  flera: ['a', 'bcd'[turn % 3]!],
  skala: String(1 + ((turn * 3) % 5)),
  vantan: String((turn * 7) % 90),
  'ordning.x': '1',
  'ordning.y': '2',
  'ordning.z': '3',
  ord: `Jag tycker så här, ${site} nummer ${turn}`,
  ...(turn % 3 === 0 && { 'ord.quote': 'yes' }),
})

export async function signedIn(
  svar: Started,
  user = 'anna@nord.example',
  organisation = 'nord',
  at = CLOSED,
) {
  await svar.addUser(user, organisation)
  const browser = new Browser(svar.app)
  const token = `session of ${user}`
  await svar.store.openSession(hashSecret(token), user, Date.parse(at))
  browser.cookies.set('svar-session', token)
  await browser.get('/office/account')
  return browser
}

/** What the form of an edition sends. */
export const edition = {
  revision: '0',
  'summary.sv': 'Ni vill ha kortare väntan.\n\nVi har lyssnat.',
  'summary.da': 'I vil vente kortere.\n\nVi har lyttet.',
  question: ['val', 'flera', 'skala', 'vantan', 'ordning'],
  sites: ['val', 'skala'],
  licence: 'CC-BY-4.0',
}

export const undertaking = {
  version: '1',
  'said.sv': 'Det är svårt att få tid.',
  'said.da': 'Det er svært at få en tid.',
  'did.sv': 'Vi öppnar tidboken en kväll i veckan.',
  'did.da': 'Vi åbner for tider en aften om ugen.',
  state: 'underway',
  on: '2026-09-09',
}

/** Saves and publishes, as the office does. */
export async function publishes(office: Browser, given: Record<string, string | string[]> = {}) {
  await office.get(publish)
  const saved = await office.submit(publish, { ...edition, ...given })
  if (saved.statusCode !== 303) throw new Error(saved.body)
  const page = await office.get(publish)
  const valueOf = (name: string) => new RegExp(`name="${name}" value="(\\d+)"`).exec(page.body)![1]!
  return office.submit(`${publish}/publication`, {
    seen: valueOf('seen'),
    revision: valueOf('revision'),
    'note.sv': 'Rättat ett fel.',
    'note.da': 'Rettet en fejl.',
  })
}

export const anyone = (svar: Started, url: string, headers: Record<string, string> = {}) =>
  svar.app.inject({ url, headers })
