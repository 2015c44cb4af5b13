import { afterAll, beforeAll, expect, test } from 'vitest'
import { tidy } from '../../src/survey/fields.ts'
import { onceOf, signedIn } from '../routes/two-offices.ts'
import type { Browser } from '../browser-by-hand.ts'
import { numbersFrom, seeded } from '../random.ts'
import { type Smtp, startSmtp } from '../smtp.ts'
import { ACT, start, type Started } from '../start.ts'
import { offencesOn, skeletonOf } from './page.ts'
import { hostile } from './words.ts'

let smtp: Smtp
let svar: Started
let anna: Browser
beforeAll(async () => {
  smtp = await startSmtp()
  const base = { SVAR_BASE_URL: 'https://svar.example.se', MAIL_FROM: 'svar@example.se' }
  svar = await start({ environment: { ...base, SMTP_URL: smtp.url } })
  await svar.store.saveOrganisation({ id: 'nord', name: 'N', accent: '#0b5f66', demo: false }, ACT)
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(async () => {
  await svar.close()
  await smtp.close()
})

test('names in letters are names: no header, no markup, no other receiver', async () => {
  const random = numbersFrom(Math.floor(seeded('hostile letters')() * 2 ** 31))
  const shapes = new Set<string>()
  for (let round = 0; round < 25; round += 1) {
    const [name, organisation] = [hostile(random, 60), hostile(random, 60)]
    const named = { id: 'nord', name: tidy(organisation) || 'x', accent: '#0b5f66', demo: false }
    await svar.store.saveOrganisation(named, ACT)
    const once = onceOf((await anna.get('/office/people/new')).body)
    const email = `pia-${round}@nord.example`
    const form = { once, name: `N ${name}`, email, role: 'editor' }
    expect((await anna.submit('/office/people/new', form)).statusCode).toBe(303)
    await svar.post!.sendDue()
    const { to, letter } = smtp.received.at(-1)!
    expect(to).toEqual([email])
    expect(letter.to?.map(({ address }) => address)).toEqual([email])
    expect(letter.from?.address).toBe('svar@example.se')
    expect([letter.cc, letter.bcc]).toEqual([undefined, undefined])
    const headers = letter.headers.map(({ key }) => key).toSorted()
    expect(headers).not.toContain('x-evil')
    const tags = skeletonOf(letter.html!.replaceAll(/\r?\n$/g, ''))
    expect(offencesOn(letter.html!, tags)).toEqual([])
    shapes.add([...headers, ...tags].join(' '))
  }
  expect(smtp.received).toHaveLength(25)
  expect([...shapes]).toHaveLength(1)
})
