import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { tidy } from '../../src/survey/fields.ts'
import { twins } from './twins.ts'

const here = twins('hostile words in files of sites')

test('a file of hostile names is looked through, taken, shown and given back', async () => {
  await here.both(2, async ({ browser, name: office, say, see }, round) => {
    const rows = Array.from({ length: 1200 }, (_, index) => [
      `r${round}-${index}`,
      say(80).replaceAll('\0', ''),
      String(index),
      index % 12 === 0 ? say(60).replaceAll('\0', '') : '',
      `§${say(30)}`.replaceAll('\0', ''),
    ])
    const faulty = rows.slice(0, 20).map(([id, name]) => [`${id} §`, name, name, '', name])
    const head = ['id', 'name', 'listed', 'group', 'övrigt']
    see(await browser.get('/office/sites/import'))
    const file = stringify([head, ...rows, ...faulty])
    const sent = see(await browser.upload('/office/sites/import', {}, file, say(60)))
    expect(sent.statusCode).toBe(303)
    const path = sent.headers.location!
    see(await browser.get(path))
    const told = see(await browser.get(`${path}/faults.csv`))
    expect(runnable(told.body)).toEqual([])
    see(await browser.submit(path, {}))
    for (const page of [path, ...pages]) see(await browser.get(page))
    const given = see(await browser.get('/office/sites.csv')).body
    expect(runnable(given)).toEqual([])
    const back = new Map(cells(given).map(([id, name]) => [id, name]))
    const sites = await here.svar.store.sites(office)
    expect(sites.length).toBeGreaterThan(800)
    for (const { id, name } of sites) {
      expect(back.get(id)!.replace(/^'/, '')).toBe(name.replace(/^'/, ''))
      expect(name).toBe(tidy(name))
    }
  })
  expect(here.said).toBeGreaterThan(4900)
})

const pages = ['/office/sites', '/office/sites?page=2', '/office/sites/groups', '/office/audit']

const cells = (file: string) => parse(file, { bom: true, relax_column_count: true }) as string[][]

/** Cells that a spreadsheet would run. */
const runnable = (file: string) =>
  cells(file)
    .flat()
    .filter((cell) => /^[=+@\t\r-]/.test(cell))
