import { expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { onceOf } from '../routes/two-offices.ts'
import { linkIn } from '../smtp.ts'
import { BASE, mailOffice, password } from './office.ts'

const office = mailOffice()
const people = '/office/people'

test('goes to the colleague, who comes in by it once', async () => {
  const { smtp, svar } = office
  const { sent } = await office.invite('cia@nord.example', { language: 'da' })
  const page = await office.anna.get(sent.headers.location!)
  expect(page.body).toContain('Ett mejl med länken går nu till cia@nord.example')
  expect(page.body).toContain(`${BASE}/office/invited/`)
  await office.send()
  const [letter] = smtp.received
  expect(smtp.received).toHaveLength(1)
  expect(letter!.to).toEqual(['cia@nord.example'])
  expect(letter!.letter.subject).toBe('Invitation til Svar fra nord')
  expect(letter!.letter.from).toMatchObject({ name: 'nord', address: 'svar@example.se' })
  expect(letter!.letter.text).toContain('Din rolle er redaktør')
  expect(letter!.letter.html).toContain('<html lang="da" dir="ltr">')
  const browser = new Browser(svar.app)
  const path = linkIn(letter!)
  expect(path).toMatch(/\?lang=da$/)
  expect(letter!.letter.html).toContain(`href="${BASE}${path}"`)
  expect((await browser.get(path)).body).toContain('Velkommen til nord')
  const joined = await browser.submit(path, { name: 'Cia', password })
  expect(joined.headers.location).toBe('/office?lang=da')
  expect((await new Browser(svar.app).get(path)).statusCode).toBe(410)
})

test('sent twice is one letter', async () => {
  const { fields } = await office.invite('tva@nord.example')
  await office.anna.submit(`${people}/new`, fields)
  await office.send()
  await office.anna.submit(`${people}/new`, fields)
  await office.send()
  expect(office.smtp.received).toHaveLength(1)
})

test('is sent again from the colleague’s page, and the link before stops', async () => {
  const { id } = await office.invite('igen@nord.example')
  await office.send()
  const once = onceOf((await office.anna.get(`${people}/${id}`)).body)
  await office.anna.submit(`${people}/${id}/link`, { once, language: 'en' })
  await office.send()
  const [first, second] = office.smtp.received.map(linkIn)
  expect(office.smtp.received[1]!.letter.subject).toBe('Invitation to Svar from nord')
  const { app } = office.svar
  const statuses = [first, second].map(
    async (path) => (await new Browser(app).get(path!)).statusCode,
  )
  expect(await Promise.all(statuses)).toEqual([410, 200])
})

test('that is taken back before it is sent is not sent', async () => {
  const { id } = await office.invite('angrad@nord.example')
  await office.anna.submit(`${people}/${id}/removal`, {})
  await office.send()
  expect([office.smtp.received, await office.svar.store.lettersWaiting()]).toEqual([[], 0])
})

test('a request’s Host has no say in the link', async () => {
  const { id } = await office.invite('host@nord.example')
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
  const page = await office.anna.get(`${people}/${id}/link`, headers)
  await office.send()
  expect(page.body + office.smtp.received[0]!.raw).not.toContain('evil.example')
})

test('in a name, a line break is no header, and markup is text', async () => {
  const { anna, smtp } = office
  const evil = 'Cia\r\nBcc: victim@other.example\r\n\r\n<b onclick=x>"fet" <i@x.example>, Y'
  await anna.get('/office/account')
  await anna.submit('/office/account/name', { name: 'A' })
  await office.invite('namn@nord.example', { name: evil })
  const organisation = { id: 'nord', name: 'Nord\r\nX-Evil: 1 <a@b.example>', accent: '#0b5f66' }
  await office.svar.store.saveOrganisation({ ...organisation, demo: false }, { by: 'svar', at: '' })
  await office.send()
  const [{ raw, to, letter }] = smtp.received as [(typeof smtp.received)[0]]
  expect([to, smtp.tries]).toEqual([['namn@nord.example'], ['namn@nord.example']])
  const heads = raw.split('\r\n\r\n')[0]!
  expect(heads).not.toMatch(/^(Bcc|X-Evil)/im)
  expect(letter.to!.map(({ address }) => address)).toEqual(['namn@nord.example'])
  expect(letter.from).toMatchObject({
    name: 'Nord X-Evil: 1 <a@b.example>',
    address: 'svar@example.se',
  })
  expect(letter.subject).toBe('Inbjudan till Svar från Nord X-Evil: 1 <a@b.example>')
  expect(letter.html).not.toMatch(/<b\b|<i@/)
  expect(letter.html).toContain('&lt;b onclick=x>')
  expect(letter.text).toContain('<b onclick=x>"fet" <i@x.example>, Y')
})

test.each([
  'a,b@nord.example',
  '<a>@nord.example',
  'a@b@nord.example',
  '"a"@nord.example',
  'a;b@x.se',
])('to %s is refused: it could mean several', async (email) => {
  const { sent } = await office.invite(email)
  expect([sent.statusCode, sent.body.includes('id="email-fault"')]).toEqual([422, true])
})

test('a letter is folded, says that a machine wrote it, and is the same at each try', async () => {
  const long = 'Å'.repeat(99)
  const { id } = await office.invite('lang@nord.example', { name: long })
  await office.send()
  const [{ raw, letter }] = office.smtp.received as [(typeof office.smtp.received)[0]]
  expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
  expect(letter.text).toContain(long)
  const head = (name: string) => letter.headers.find(({ key }) => key === name)?.value
  expect(head('auto-submitted')).toBe('auto-generated')
  expect(head('content-language')).toBe('sv')
  expect(letter.messageId).toBe(`<${id}@example.se>`)
  expect(letter.date).toBe('2026-07-01T10:00:00.000Z')
})
