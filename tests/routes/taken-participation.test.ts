import { parse } from 'csv-parse/sync'
import { expect, onTestFinished, test } from 'vitest'
import { ask, content, sites } from '../make.ts'
import type { Row } from '../spreadsheet.ts'
import { start } from '../start.ts'
import { signedIn } from './two-offices.ts'

test('where a site’s released answers went is said of those that were merged or not chosen', async () => {
  const svar = await start()
  onTestFinished(() => svar.close())
  const counts = { norr: 14, syd: 12, vik: 11, berg: 3 }
  await svar.open(content([ask.choice('val')], { sites: sites(...Object.keys(counts)) }))
  for (const [site, count] of Object.entries(counts)) {
    for (let turn = 0; turn < count; turn += 1) {
      await svar.send('prov', { submission: `response-${site}-${turn}`, site, val: 'a' })
    }
  }
  svar.setClock('2026-09-10T09:00:00+02:00')
  await svar.store.finalise('prov', '2026-09-10T07:00:00Z')
  await svar.addUser('anna@nord.example')
  const anna = await signedIn(svar, 'anna@nord.example')
  const { body } = await anna.get('/office/surveys/prov/participation.csv?lang=sv&site=norr')
  const rows = parse(body, { bom: true, delimiter: ';', columns: true }) as Row[]
  const bySite = rows.filter((row) => row['Indelning (kod)'] === 'site')
  expect(bySite.map((row) => [row['Kod'], row['Svar i redovisningen']])).toEqual([
    ['norr', '14'],
    ['syd', '12'],
    ['vik', 'ingår i Övriga platser'],
    ['berg', 'ingår i Övriga platser'],
  ])
})
