import { expect, test } from 'vitest'
import { purgeDue, warnOfPurges } from '../../src/purging.ts'
import { mailOffice } from './office.ts'

const office = mailOffice()

test('administrators are told 30 and 7 days before a deletion, once each, and not after it', async () => {
  const { svar, smtp } = office
  const { store } = svar
  await svar.addUser('red@nord.example', 'nord', 'lång och god mening', {
    role: 'editor',
    sites: [],
  })
  await svar.send('prov', { submission: 'one-sending', lang: 'sv', site: 'norr', ord: 'hej' })
  const told = async (at: string) => {
    svar.setClock(at)
    smtp.received.length = 0
    for (let time = 0; time < 2; time += 1) await warnOfPurges(store, Date.parse(at), ['sv', 'da'])
    await office.send()
    return smtp.received.map(({ to, letter }) => [...to, letter.subject])
  }
  const letter = ['anna@nord.example', 'Svaren till ”Prov” gallras 31 augusti 2027']
  expect(await told('2027-07-31T12:00:00+02:00')).toEqual([])
  expect(await told('2027-08-01T12:00:00+02:00')).toEqual([letter])
  expect(await told('2027-08-20T12:00:00+02:00')).toEqual([])
  expect(await told('2027-08-24T12:00:00+02:00')).toEqual([letter])
  expect(smtp.received[0]!.letter.text).toContain('/office/surveys/prov/state?lang=sv')
  await purgeDue(store, Date.parse('2027-08-31T12:00:00+02:00'))
  expect(await told('2027-08-31T12:00:00+02:00')).toEqual([])
})
