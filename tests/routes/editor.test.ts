import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashSecret } from '../../src/secrets.ts'
import type { Role } from '../../src/survey/rights.ts'
import { Browser } from '../browser-by-hand.ts'
import { formOf } from '../form.ts'
import { ACT, NOON, start, type Started } from '../start.ts'
import { tree } from '../survey/tree.ts'

let svar: Started
let anna: Browser
const here = '/office/surveys/prov-1'

beforeAll(async () => {
  svar = await start()
  for (const id of ['nord', 'syd']) {
    await svar.store.saveOrganisation({ id, name: id, accent: '#0b5f66', demo: false }, ACT)
  }
  await svar.store.addDraft('nord', 'prov-1', tree(), ACT)
  await svar.store.addDraft('syd', 'annans', tree(), ACT)
  for (const name of ['anna', 'bo']) await svar.addUser(`${name}@nord.example`)
  anna = await editing('anna@nord.example')
})
afterAll(() => svar.close())
beforeEach(async () => {
  await put(tree())
  await anna.get(`${here}/edit`)
})

async function editing(user: string) {
  const browser = new Browser(svar.app)
  await svar.store.openSession(hashSecret(user), user, Date.parse(NOON))
  browser.cookies.set('svar-session', user)
  await browser.get('/office/account')
  return browser
}

const draft = async () => (await svar.store.draft('nord', 'prov-1'))!
async function put(given: unknown, by = ACT.by) {
  const { revision: base } = await draft()
  const edit = { base, tree: given, marks: {} }
  await svar.store.editDraft('nord', 'prov-1', edit, { by, at: ACT.at })
}

describe('saving', () => {
  test('takes a draft as it is, faulty or not, under its own id', async () => {
    const { revision: base } = await draft()
    const marks = { 'title:da': 'Prov' }
    const faulty = { ...tree(), id: 'annans', smallestGroup: 'många', odd: [null] }
    const reply = await anna.json(`${here}/draft`, { base, tree: faulty, marks })
    expect(reply.statusCode).toBe(200)
    expect(reply.json()).toEqual({ revision: base + 1, at: '2026-07-01T10:00:00Z' })
    const expected = { revision: base + 1, by: 'anna@nord.example', marks }
    expect(await draft()).toMatchObject({ ...expected, tree: { ...faulty, id: 'prov-1' } })
  })

  test('on an older draft is refused with who was faster, and what they wrote', async () => {
    const { revision: base } = await draft()
    await put({ theirs: true }, 'bo@nord.example')
    const mine = { base, tree: { mine: true }, marks: {} }
    const reply = await anna.json(`${here}/draft?lang=da`, mine)
    expect(reply.statusCode).toBe(409)
    expect(reply.json()).toMatchObject({
      revision: base + 1,
      by: 'bo@nord.example',
      tree: { theirs: true },
      words: 'bo@nord.example har ændret i kladden, mens du skrev',
    })
    expect((await draft()).tree).toEqual({ theirs: true })
    await put({}, 'svar')
    const unnamed = await anna.json(`${here}/draft?lang=en`, mine)
    expect(unnamed.json()).toMatchObject({
      words: 'Someone has changed the draft while you were writing',
    })
  })

  test.each([
    ['no edit', {}],
    ['a list for a tree', { base: 1, tree: [], marks: {} }],
    ['a number of a half', { base: 1.5, tree: {}, marks: {} }],
    ['marks that are no texts', { base: 1, tree: {}, marks: { a: 1 } }],
    ['a tree without end', { base: 1, tree: nested(), marks: {} }],
  ])('%s changes nothing', async (_, body) => {
    const before = await draft()
    const reply = await anna.json(`${here}/draft`, body)
    expect(reply.statusCode).toBe(400)
    expect(reply.json()).toMatchObject({ error: 'bad-request', words: /tog inte emot/ })
    expect(await draft()).toEqual(before)
  })

  test('what is no JSON, or too much of it, is refused in words', async () => {
    const half = await anna.post(`${here}/draft`, '{"base":', 'application/json')
    expect([half.statusCode, half.json().error]).toEqual([400, 'bad-request'])
    const large = { base: 1, tree: { intro: 'x'.repeat(1_000_001) }, marks: {} }
    const reply = await anna.json(`${here}/draft`, large)
    expect(reply.statusCode).toBe(413)
    expect(reply.json().words).toBe('Enkäten är för stor. Ta bort något.')
  })

  test('needs the page’s token, a session, and the right', async () => {
    const edit = { base: (await draft()).revision, tree: {}, marks: {} }
    const forged = await anna.post(`${here}/draft`, JSON.stringify(edit), 'application/json')
    expect([forged.statusCode, forged.json().error]).toEqual([403, 'forbidden'])
    const nobody = await new Browser(svar.app).json(`${here}/draft`, edit)
    expect([nobody.statusCode, nobody.json().error]).toEqual([401, 'signed-out'])
    const access = { role: 'planner' as Role, sites: [] }
    await svar.addUser('per@nord.example', 'nord', undefined, access)
    const planner = await (await editing('per@nord.example')).json(`${here}/draft`, edit)
    expect([planner.statusCode, planner.json().error]).toEqual([403, 'not-allowed'])
    expect((await draft()).tree).toEqual(tree())
  })

  test('another’s survey is unknown', async () => {
    const edit = { base: 1, tree: {}, marks: {} }
    const theirs = await anna.json('/office/surveys/annans/draft', edit)
    const nobodys = await anna.json('/office/surveys/finns-inte/draft', edit)
    expect(theirs.statusCode).toBe(404)
    expect(theirs.body).toBe(nobodys.body)
    expect((await svar.store.draft('syd', 'annans'))!.tree).toEqual(tree())
  })
})

describe('a file', () => {
  const upload = async (file: string, base?: number) =>
    anna.upload(`${here}/file`, { base: String(base ?? (await draft()).revision) }, file)

  test('replaces the draft, whatever id it has', async () => {
    const reply = await upload('id: annans\nlanguages: [sv]\ntitle: Från fil\nodd: 1')
    expect([reply.statusCode, reply.headers.location]).toEqual([303, `${here}/edit`])
    const expected = { id: 'prov-1', languages: ['sv'], title: 'Från fil', odd: 1 }
    expect((await draft()).tree).toEqual(expected)
    const page = (await anna.get(`${here}/edit`)).body
    expect(page).toContain('En sak att rätta i utkastet')
  })

  test('with a text that only its first language has changed makes the translation stale', async () => {
    await upload(JSON.stringify(tree({ title: { sv: 'Nytt', da: 'Prov' } })))
    expect((await draft()).marks).toEqual({ 'title:da': 'Prov' })
    await upload(JSON.stringify(tree({ title: { sv: 'Nytt', da: 'Nyt' } })))
    expect((await draft()).marks).toEqual({ 'title:da': 'Nytt' })
  })

  test.each([
    ['nothing', '', 422, 'Välj en fil först.'],
    ['no YAML', 'id: a\ntitle: "b', 422, 'Titta på rad 2.'],
    ['a list', '- a', 422, 'Filen innehåller ingen enkät.'],
    ['a bomb', `${'['.repeat(20_000)}`, 422, 'Filen går inte att läsa.'],
    ['a thousandfold', thousandfold(), 422, 'Filen går inte att använda.'],
  ])('%s changes nothing', async (_, file, status, words) => {
    const before = await draft()
    const reply = await upload(file)
    expect(reply.statusCode).toBe(status)
    expect(reply.body).toContain(words)
    // The page is the editor's, with the ways to the survey's other parts and languages.
    expect(reply.body).toContain(`<a href="${here}/edit" aria-current="page">`)
    expect(reply.body).toMatch(new RegExp(`href="${here}/edit\\?lang=da"[^]*href="${here}/state"`))
    expect(await draft()).toEqual(before)
  })

  test('for an older draft shows who was faster, and may be sent again', async () => {
    const { revision } = await draft()
    await put(tree({ title: 'Nyare' }), 'bo@nord.example')
    const reply = await upload('id: x\nlanguages: [sv]', revision)
    expect(reply.statusCode).toBe(409)
    expect(reply.body).toContain('senast av: bo@nord.example')
    expect(reply.body).toContain(`name="base" value="${revision + 1}"`)
    expect((await draft()).tree).toMatchObject({ title: 'Nyare' })
    expect((await upload('id: x\nlanguages: [sv]')).statusCode).toBe(303)
  })

  test('needs the page’s token, and is no larger than a survey', async () => {
    const forged = await anna.upload(`${here}/file`, { _csrf: 'x', base: '1' }, 'id: x')
    expect(forged.statusCode).toBe(403)
    expect((await upload(`intro: ${'x'.repeat(1_000_000)}`)).statusCode).toBe(413)
    const broken = await anna.post(`${here}/file`, 'no parts', 'multipart/form-data; boundary=x')
    expect(broken.statusCode).toBe(400)
    const form = await anna.post(`${here}/file`, formOf({ file: 'id: x' }))
    expect(form.statusCode).toBe(403)
    expect((await draft()).tree).toEqual(tree())
  })
})

describe('the preview', () => {
  test('is the real page, marked, in a frame of ours alone, and sends nothing', async () => {
    const reply = await anna.get(`${here}/preview?lang=da`)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-language']).toBe('da')
    const policy = String(reply.headers['content-security-policy'])
    for (const part of ["frame-ancestors 'self'", "form-action 'none'", "connect-src 'none'"]) {
      expect(policy).toContain(part)
    }
    expect(reply.body).toContain('Forhåndsvisning af kladden')
    expect(reply.body).toMatch(/<button[^>]*id="send"[^>]*disabled/)
    expect(reply.body).not.toContain('/s/prov-1/privacy')
    expect((await svar.app.inject('/s/prov-1')).statusCode).toBe(404)
  })

  test('no other page may be framed', async () => {
    const policy = (reply: { headers: Record<string, unknown> }) =>
      String(reply.headers['content-security-policy'])
    expect(policy(await anna.get(`${here}/edit`))).toContain("frame-ancestors 'none'")
    expect(policy(await anna.get('/office'))).not.toContain('frame-src')
  })

  test('shows what there is of a draft that is not done', async () => {
    const questions = [{ id: 'q', kind: 'choice', text: { sv: 'Halv?' }, options: [] }]
    await put({ languages: ['sv', 'fi'], title: { sv: 7 }, questions, opens: 'snart' })
    const page = await anna.get(`${here}/preview`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Halv?')
    for (const given of [null, [], 'x', { questions: [null, 7, { kind: 'x' }], languages: 'sv' }]) {
      await put(given)
      expect((await anna.get(`${here}/preview`)).statusCode).toBe(200)
      expect((await anna.get(`${here}/edit`)).statusCode).toBe(200)
    }
  })
})

/** A few lines that stand for far more than a computer holds. */
function thousandfold(): string {
  const lines = Array.from({ length: 9 }, (_, index) => {
    const before = index === 0 ? '[1]' : `[${`*a${index - 1},`.repeat(9)}]`
    return `a${index}: &a${index} ${before}`
  })
  return lines.join('\n')
}

/** Far deeper than any survey; a list of lists of lists. */
function nested(): object {
  let tree: object = {}
  for (let depth = 0; depth < 5000; depth += 1) tree = { tree }
  return tree
}
