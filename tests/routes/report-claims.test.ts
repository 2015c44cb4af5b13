import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseDue } from '../../src/schedule.ts'
import { ask, content, options, text } from '../make.ts'
import { start, type Started } from '../start.ts'
import { wordsOf } from './scanning.ts'
import { signedIn } from './two-offices.ts'

const sites = ['Norrby', 'Viken', 'Östra'].map((name, index) => ({
  id: `plats-${index}`,
  name: text(name),
}))
const questions = [
  ask.choices('val', { options: options('a', 'b', 'c'), max: 2 }),
  ask.scale('skala', { dontKnow: true }),
]

let svar: Started
let said: string
beforeAll(async () => {
  svar = await start()
  await svar.open(content(questions, { sites }))
  const access = { role: 'planner' as const, sites: ['plats-0'] }
  await svar.addUser('norr@nord.example', 'nord', 'lång och god mening', access)
  for (let turn = 0; turn < 48; turn += 1) {
    svar.setClock(`2026-07-${String(1 + Math.floor(turn / 3)).padStart(2, '0')}T10:00:00Z`)
    const fields = {
      submission: `response-claims-${turn}`,
      site: sites[turn % 3]!.id,
      val: ['a', 'a', 'a', 'b', 'b'][turn % 5]!,
      skala: turn % 4 === 0 ? 'dontknow' : '3',
    }
    expect((await svar.send('prov', fields)).statusCode).toBe(303)
  }
  svar.setClock('2026-10-01T10:00:00Z')
  await releaseDue(svar.store, Date.parse('2026-10-01T10:00:00Z'))
  const planner = await signedIn(svar, 'norr@nord.example')
  const reply = await planner.get('/office/surveys/prov/report.pdf?lang=sv')
  said = (await wordsOf(reply.rawPayload)).join(' ')
})
afterAll(() => svar.close())

test('responses are not called people, and may be several of one person', () => {
  expect(said).toContain('48 svar har kommit in.')
  expect(said).not.toContain('48 personer')
  expect(said).toContain('någon har svarat mer än en gång')
})

test('a lead that may be due to chance is told as that', () => {
  expect(said).toContain('Ungefär 6 av 10 väljer ”Val a”')
  expect(said).toContain('Skillnaden till ”Val b” kan bero på slumpen.')
})

test('the denominator without “don’t know” stands where the shares are', () => {
  expect(said).toContain(
    '12 svarade ”Vet inte”. Andelarna och medelvärdet gäller de 36 som valde ett steg.',
  )
})

test('a week that is cut short says its days', () => {
  expect(said).toContain('Vecka Inkomna svar 1 juli 2026 till 7 juli 2026 21')
  expect(said).toContain('15 juli 2026 till 16 juli 2026 6')
})

test('whoever sees one site alone reads what all sites are, and what is left out', () => {
  expect(said).toContain('Alla platser är Norrby, Viken och Östra.')
  expect(said).toContain('Siffror för var och en av de andra platserna.')
  expect(said).toContain('Norrby går inte att skilja från de andra platserna tillsammans')
})
