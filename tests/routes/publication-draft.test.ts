import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { expectSoundHtml } from '../html.ts'
import type { Started } from '../start.ts'
import { anyone, edition, publish, publishes, released } from './publishing.ts'

let svar: Started
let office: Browser
beforeAll(async () => {
  ;({ svar, office } = await released())
})
afterAll(() => svar.close())

test('a draft may wait for words in a language; the public does not get it before', async () => {
  expect((await office.get('/office')).body).toContain(`href="${publish}"`)
  const half = { ...edition, 'summary.da': ' ' }
  expect((await office.submit(publish, half)).statusCode).toBe(303)
  const drafted = (await office.get(publish)).body
  expect(drafted).toContain('måste sammanfattningen finnas på alla enkätens språk')
  expect(drafted).not.toContain(`action="${publish}/publication"`)
  await expectSoundHtml(drafted)
  for (const language of ['sv', 'da']) {
    expect((await office.get(`${publish}/preview?lang=${language}`)).statusCode).toBe(200)
  }
  const forced = await office.submit(`${publish}/publication`, { seen: '0', revision: '1' })
  expect(forced.statusCode).toBe(422)
  expect(forced.body).toContain('Skriv något på danska.')
  expect((await anyone(svar, '/s/prov/results')).statusCode).toBe(404)

  expect((await publishes(office, { revision: '1' })).statusCode).toBe(303)
  expect((await anyone(svar, '/s/prov/results?lang=da')).body).toContain('I vil vente kortere.')
})
