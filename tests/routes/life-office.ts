import { afterAll, beforeAll, beforeEach } from 'vitest'
import { hashSecret } from '../../src/secrets.ts'
import { Browser } from '../browser-by-hand.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { tree } from '../survey/tree.ts'

/** An office with two editors, and a draft of its own for each test. */
export function lifeOffice() {
  let svar: Started
  let anna: Browser
  let bo: Browser
  let id = ''
  let count = 0
  const office = { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }

  beforeAll(async () => {
    svar = await start()
    await svar.store.saveOrganisation(office, ACT)
    for (const name of ['anna', 'bo']) await svar.addUser(`${name}@nord.example`)
  })
  afterAll(() => svar.close())
  beforeEach(async () => {
    svar.setClock(NOON)
    id = `prov-${(count += 1)}`
    await svar.store.addDraft('nord', id, tree({ id }), ACT)
    anna = await inside('anna@nord.example')
    bo = await inside('bo@nord.example')
  })

  async function inside(user: string, at = NOON) {
    const browser = new Browser(svar.app)
    const token = `${user} ${count} ${at}`
    await svar.store.openSession(hashSecret(token), user, Date.parse(at))
    browser.cookies.set('svar-session', token)
    await browser.get('/office/account')
    return browser
  }

  const draft = async () => (await svar.store.draft('nord', id))!
  const path = (page = '') => `/office/surveys/${id}${page}`

  return {
    get svar() {
      return svar
    },
    get anna() {
      return anna
    },
    get bo() {
      return bo
    },
    get id() {
      return id
    },
    path,
    inside,
    draft,
    survey: async () => (await svar.store.surveyOf('nord', id))!,
    page: () => svar.app.inject(`/s/${id}`),
    answer: () =>
      svar.send(id, { submission: 'a-sending-of-its-own', lang: 'sv', site: 'norr', q1: 'a' }),
    /** What the log says of the survey, newest first. */
    async deeds() {
      const lines = await svar.store.audit('nord', {}, { most: 50 })
      return lines.filter(({ object }) => object === id).map(({ what }) => what)
    },
    async edit(more: object, by = 'bo@nord.example') {
      const { revision: base, marks } = await draft()
      const edited = { base, tree: tree({ id, ...more }), marks }
      await svar.store.editDraft('nord', id, edited, { ...ACT, by })
    },
    async open(browser = anna) {
      const { body } = await browser.get(path('/open'))
      // Where the page offers no form, someone sends one all the same.
      const revision = hidden(body, 'revision') || String((await draft()).revision)
      const number = hidden(body, 'number') || '0'
      return browser.submit(path('/open'), { revision, number })
    },
    async move(what: string, more: Record<string, string> = {}, browser = anna) {
      const { body } = await browser.get(path('/state'))
      return browser.submit(path('/state'), { what, seen: hidden(body, 'seen'), ...more })
    },
  }
}

/** The value of a hidden field on a page, '' where there is none. */
export const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
