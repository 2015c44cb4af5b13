import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import type { Started } from '../start.ts'
import { anyone, publish, publishes, released } from './publishing.ts'

let svar: Started
let office: Browser
beforeAll(async () => {
  ;({ svar, office } = await released({ norr: 12, soder: 14, vik: 4, ost: 6 }))
})
afterAll(() => svar.close())

const rowsOf = ({ body }: { body: string }) => parse(body, { bom: true }) as string[][]

test('each code in published numbers, and no other, is told of in each language', async () => {
  expect((await anyone(svar, '/s/prov/codes.csv')).statusCode).toBe(404)
  await publishes(office)
  const reply = await anyone(svar, '/s/prov/codes.csv')
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
  const [head, ...codes] = rowsOf(reply)
  expect(head).toEqual(['part', 'question', 'code', 'sv', 'da'])
  const numbers = rowsOf(await anyone(svar, '/api/surveys/prov/results.csv')).slice(1)
  const used = numbers.flatMap(([, , group, question, , , option]) => [
    `group  ${group}`,
    `question ${question} `,
    `option ${question} ${option}`,
  ])
  const told = codes.map(([part, question, code]) => `${part} ${question} ${code}`)
  expect(told.toSorted()).toEqual([...new Set(used)].toSorted())
  expect(codes).toContainEqual(['option', 'val', 'a', 'Alternativet a', 'Alternativet a'])
  expect(codes).toContainEqual(['option', 'skala', '1', 'inte alls', 'inte alls'])
  const ranges = ['0–14\u00a0minuter', '0–14\u00a0minutter']
  expect(codes).toContainEqual(['option', 'vantan', '0..14', ...ranges])
  expect(codes).toContainEqual(['group', '', 'others', 'Övriga platser', 'Øvrige steder'])
  expect(codes.flatMap((row) => row.slice(3))).not.toContain('')
})

test('they are public as long as the numbers are', async () => {
  const reason = { 'reason.sv': 'Fel.', 'reason.da': 'Fejl.' }
  const withdrawn = await office.submit(`${publish}/withdrawal`, { seen: '1', ...reason })
  expect(withdrawn.statusCode).toBe(303)
  expect((await anyone(svar, '/s/prov/codes.csv')).statusCode).toBe(410)
})
