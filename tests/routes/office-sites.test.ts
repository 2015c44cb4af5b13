import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { start, type Started } from '../start.ts'
import { signedIn } from './two-offices.ts'

let svar: Started
let anna: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')], { sites: sites('norr', 'vik') }))
  await svar.open(content([ask.text('ord')], { id: 'annans', sites: sites('norr') }), 'syd')
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const site = async (id: string, organisation = 'nord') =>
  (await svar.store.sites(organisation)).find((one) => one.id === id)
const audit = async (what: string) => svar.store.audit('nord', { what }, { most: 10 })

describe('the register', () => {
  test('has the sites that surveys brought along', async () => {
    expect(await site('norr')).toEqual({ id: 'norr', name: 'Plats norr', names: {}, listed: 1000 })
    expect((await anna.get('/office/sites')).body).toContain('Plats vik')
  })

  test('takes a site, twice sent as one, and says what is wrong with another', async () => {
    await anna.get('/office/sites/new')
    const given = { name: 'Östra  vårdcentralen', listed: '12 400', countedOn: '2026-03-31' }
    for (const _ of [1, 2]) {
      const reply = await anna.submit('/office/sites/new', given)
      expect(reply.headers.location).toBe('/office/sites/site/ostra-vardcentralen?done=added')
    }
    const added = { id: 'ostra-vardcentralen', name: 'Östra vårdcentralen', names: {} }
    const counted = { listed: 12400, countedOn: '2026-03-31' }
    expect(await site('ostra-vardcentralen')).toEqual({ ...added, ...counted })
    expect(await audit('site.added')).toHaveLength(1)
    const faulty = { name: ' ', id: 'å', listed: 'många', countedOn: '2027-01-01', group: 'ingen' }
    const refused = await anna.submit('/office/sites/new', faulty)
    expect(refused.statusCode).toBe(422)
    for (const field of ['name', 'id', 'listed', 'countedOn', 'group']) {
      expect(refused.body).toContain(`href="#${field}"`)
    }
    expect(refused.body).toContain('value="många"')
    const taken = await anna.submit('/office/sites/new', { name: 'Annan', id: 'vik' })
    expect(taken.body).toContain('En annan plats har redan det id:t.')
  })

  test('renames without touching an open survey, and retires without deleting', async () => {
    const path = '/office/sites/site/vik'
    await anna.get(path)
    const words = { name: 'Vikens', 'name.da': 'Vigens', listed: '' }
    expect((await anna.submit(path, words)).statusCode).toBe(303)
    expect(await site('vik')).toEqual({ id: 'vik', name: 'Vikens', names: { da: 'Vigens' } })
    expect((await anna.get(`${path}?lang=da`)).body).toContain('<h1>Vigens</h1>')
    const citizens = await svar.app.inject('/s/prov?lang=sv')
    expect(citizens.body).toContain('Plats vik')
    await anna.get(path)
    for (const _ of [1, 2]) await anna.submit(`${path}/retirement`, {})
    expect((await site('vik'))?.retiredAt).toBeDefined()
    expect(await audit('site.retired')).toHaveLength(1)
    expect((await anna.get('/office/sites')).body).not.toContain('Vikens')
    expect((await anna.get('/office/sites?state=retired')).body).toContain('Vikens')
    await anna.get(path)
    await anna.submit(`${path}/restoration`, {})
    expect((await site('vik'))?.retiredAt).toBeUndefined()
  })

  test('has groups: made once, renamed, filled and emptied', async () => {
    await anna.get('/office/sites/groups')
    for (const _ of [1, 2]) {
      const reply = await anna.submit('/office/sites/groups', { name: 'Karlskoga kommun' })
      expect(reply.headers.location).toBe('/office/sites/groups/karlskoga-kommun')
    }
    const path = '/office/sites/groups/karlskoga-kommun'
    expect((await anna.get(`${path}?q=plats`)).body).toContain('Plats norr')
    await anna.submit(`${path}/sites`, { put: ['norr', 'vik', 'finns-inte'] })
    expect([(await site('norr'))?.group, (await site('vik'))?.group]).toEqual([
      'karlskoga-kommun',
      'karlskoga-kommun',
    ])
    await anna.submit(`${path}/sites`, { out: 'vik' })
    expect((await site('vik'))?.group).toBeUndefined()
    expect((await site('norr', 'syd'))?.group).toBeUndefined()
    expect((await anna.submit('/office/sites/groups', { name: '' })).statusCode).toBe(422)
    await anna.submit(path, { name: 'Karlskoga' })
    expect(await svar.store.siteGroups('nord')).toEqual([
      { id: 'karlskoga-kommun', name: 'Karlskoga' },
    ])
  })
})

describe('a file of sites', () => {
  const send = async (file: string | Buffer, name = 'platser.csv') => {
    await anna.get('/office/sites/import')
    return anna.upload('/office/sites/import', {}, file, name)
  }

  test('of 5 000 rows with 40 faulty ones is looked at first, and taken at once', async () => {
    const before = await svar.store.sites('nord')
    const wrong: [string, string][] = [
      [',Namnlöst id', 'Id saknas.'],
      ['fel id,Namn', '”fel id” går inte som id.'],
      ['tom,', 'Namn saknas.'],
      ['manga,Namn,tolv', '”tolv” är inget antal.'],
      [`lang,${'x'.repeat(101)}`, 'Namnet är längre än 100 tecken.'],
      ['s-1,Igen', '”s-1” står redan på rad 2.'],
      ['none,Namn', '”none” är upptaget'],
      ['citat,"Namn', 'Citattecknen går inte ihop.'],
    ]
    const good = Array.from(
      { length: 4960 },
      (_, index) => `s-${index + 1},"Plats, ${index}",${index}`,
    )
    const bad = Array.from({ length: 5 }, () => wrong.map(([row]) => row)).flat()
    const rows = good.flatMap((row, index) => (index % 124 === 123 ? [row, bad.pop()!] : [row]))
    expect(rows).toHaveLength(5000)
    const reply = await send(`\ufeffid,name,listed\r\n${rows.join('\r\n')}\r\n`)
    const path = reply.headers.location!
    const page = (await anna.get(path)).body
    expect(await svar.store.sites('nord')).toEqual(before)
    expect(page.match(/<tr class="entry">/g)).toHaveLength(40)
    for (const [, reason] of wrong) expect(page).toContain(reason)
    expect(page).toContain('Spara 4\u00a0960 platser')

    const faults = (await anna.get(`${path}/faults.csv`)).body
    const listed = parse(faults, { bom: true, columns: true, relax_column_count: true })
    expect(listed).toHaveLength(40)
    const lines = listed.map((row) => Number((row as Record<string, string>)['Rad']))
    expect(lines.map((line) => rows[line - 2])).toEqual(
      expect.arrayContaining(wrong.map(([row]) => row)),
    )

    for (const _ of [1, 2]) expect((await anna.submit(path, {})).statusCode).toBe(303)
    expect(await svar.store.sites('nord')).toHaveLength(before.length + 4960)
    expect(await site('s-7')).toEqual({ id: 's-7', name: 'Plats, 6', names: {}, listed: 6 })
    expect(await audit('site.imported')).toHaveLength(1)
    expect((await anna.get(path)).body).toContain('Platserna är sparade')
    const last = await anna.get('/office/sites?page=999')
    expect(last.body).toContain('Sida 100 av 100')
    expect((await anna.get('/office/sites?q=plats,+4959')).body).toContain('s-4960')
  })

  test('with semicolons, Latin-1 and groups changes what differs, and leaves blanks alone', async () => {
    const text =
      'ID;Name;Listed;Group\nnorr;Årsta;;Västra\nostra-vardcentralen;Östra vårdcentralen;;\n'
    const reply = await send(Buffer.from(text, 'latin1'))
    const path = reply.headers.location!
    expect((await anna.get(path)).body).toContain('(Latin-1)')
    await anna.submit(path, {})
    expect(await site('norr')).toEqual({
      id: 'norr',
      name: 'Årsta',
      names: {},
      listed: 1000,
      group: 'vastra',
    })
    expect((await site('norr', 'syd'))?.name).toBe('Plats norr')
  })

  test('that was saved from the register changes nothing, whatever names look like', async () => {
    await anna.get('/office/sites/new')
    await anna.submit('/office/sites/new', { name: '=1+1', id: 'formel' })
    const saved = await anna.get('/office/sites.csv')
    expect(saved.body).toContain("'=1+1")
    const page = (await anna.get((await send(saved.rawPayload)).headers.location!)).body
    expect(page).toContain('Det finns inget att spara.')
    expect(page).not.toContain('<tr class="entry">')
  })

  test.each([
    ['nothing', '', 'Välj en fil med minst en plats.'],
    ['only headings', 'id,name\n', 'Välj en fil med minst en plats.'],
    ['a spreadsheet’s own format', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'ingen CSV-fil'],
    ['other headings', 'nummer,plats\n1,Norr', 'rubrikerna id och name'],
    ['too many rows', `id,name\n${'a,b\n'.repeat(20_001)}`, 'för många rader'],
  ])('of %s is refused in words', async (_what, file, words) => {
    const reply = await send(file, '../../<script>.csv')
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(words)
    expect(reply.body).not.toContain('<script>')
  })

  test('beyond all measure is refused without being read', async () => {
    const reply = await send(Buffer.alloc(3_000_000, 'a'))
    expect(reply.statusCode).toBe(413)
    expect(reply.body).toContain('Filen är för stor')
  })
})
