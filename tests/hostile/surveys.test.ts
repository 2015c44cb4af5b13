import { expect, test } from 'vitest'
import { listOf, mapOf, type Tree } from '../../src/survey/draft/tree.ts'
import { sheetsOf } from '../routes/scanning.ts'
import { ACT } from '../start.ts'
import { tree } from '../survey/tree.ts'
import { offencesOn, skeletonOf } from './page.ts'
import { type Office, twins } from './twins.ts'

const here = twins('hostile words in surveys', { SVAR_BASE_URL: 'https://svar.example.se' })
const ROUNDS = 7
const languages = ['sv', 'da']
const closed = new Set(['id', 'kind', 'languages', 'opens', 'closes', 'timeZone', 'retainUntil'])

/** A draft with a hostile word in every text of every question, in every language. */
function spokenBy(office: Office, value: unknown, name = ''): unknown {
  if (closed.has(name) || name === 'showIf') return value
  if (typeof value === 'string') {
    return Object.fromEntries(languages.map((language) => [language, office.say()]))
  }
  if (Array.isArray(value)) return value.map((one) => spokenBy(office, one))
  if (typeof value !== 'object' || value === null) return value
  const map = mapOf(value)
  if ('sv' in map) return spokenBy(office, 'text')
  const entries = Object.entries(map).map(([key, one]) => [key, spokenBy(office, one, key)])
  return Object.fromEntries(entries) as Tree
}

/** With ten options wherever there are some. */
function large(whole: Tree): Tree {
  const questions = listOf(whole['questions']).map((question) => {
    const { options, ...rest } = mapOf(question)
    const more = Array.from({ length: 10 }, (_, index) => ({ id: `v${index}`, text: 'Val' }))
    return options ? { ...rest, options: [...listOf(options), ...more] } : rest
  })
  return { ...whole, questions }
}

const draftPages = ['edit', 'preview', 'preview?lang=da', 'notice', 'open', 'review', 'kiosk']
const openPages = ['', '/edit', '/open', '/state', '/posters', '/posters?q=syd']
const citizenPages = ['', '?lang=da', '/privacy', '/privacy?lang=da', '/thanks', '/results']

test('the words of a survey are words from the editor to the poster', async () => {
  await here.both(ROUNDS, async (office, round) => {
    const { browser, name, see } = office
    const id = `${name}-${round}`
    const path = `/office/surveys/${id}`
    await here.svar.store.addDraft(name, id, tree(), ACT)
    see(await browser.get(`${path}/edit`))
    const given = spokenBy(office, large(tree({ id }))) as Tree
    const base = (await here.svar.store.draft(name, id))!.revision
    see(await browser.json(`${path}/draft`, { base, tree: given, marks: {} }))
    for (const page of draftPages) see(await browser.get(`${path}/${page}`))
    const revision = String(base + 1)
    const opened = see(await browser.submit(`${path}/open`, { revision, number: '0' }))
    expect(opened.statusCode, opened.body.slice(-3000)).toBe(303)
    for (const page of openPages) see(await browser.get(`${path}${page}`))
    for (const page of citizenPages) see(await browser.get(`/s/${id}${page}`))
    see(await browser.get('/office'))
    const refused = await browser.post(
      `/s/${id}`,
      `q1=%00&q5=${encodeURIComponent('x'.repeat(2000))}`,
    )
    see(refused)
    if (round < 2) {
      const sheet = await browser.get(`${path}/posters.pdf?size=A4&languages=sv&which=all`)
      expect([200, 422]).toContain(sheet.statusCode)
    }
  })
  const all = (await here.svar.app.inject('/')).body
  const tags = skeletonOf(all)
  expect(tags.filter((tag) => tag === 'h2').length).toBe(2 * ROUNDS)
  expect(offencesOn(all, tags)).toEqual([])
  expect(here.said).toBeGreaterThan(100 * ROUNDS)
})

test('a poster says what the words say, and its code leads where it should', async () => {
  const title = `</text><script>"=1+1" {{x}} %s (ned) \\n`
  await here.both(1, async ({ browser, name }) => {
    const id = `${name}-affisch`
    const sites = [{ id: 'norr', name: "'); endstream >> <</JS(x)" }]
    await here.svar.store.addDraft(name, id, tree({ id, title, sites }), ACT)
    const file = await browser.get(
      `/office/surveys/${id}/posters.pdf?size=A4&languages=sv&which=all`,
    )
    expect(file.statusCode).toBe(200)
    const [sheet] = await sheetsOf(file.rawPayload)
    expect(sheet!.link).toBe(`https://svar.example.se/s/${id}?site=norr&lang=sv`)
    expect(sheet!.text.replaceAll(' ', '')).toContain(title.replaceAll(' ', ''))
    expect(file.rawPayload.includes('/JS(x)')).toBe(false)
  })
})
