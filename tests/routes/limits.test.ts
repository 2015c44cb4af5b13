import { afterEach, expect, test } from 'vitest'
import { ask, content } from '../make.ts'
import { start, type Started } from '../start.ts'

let svar: Started
afterEach(() => svar.close())

const survey = content([ask.text('ord')])
const send = (index: number) =>
  svar.send('prov', { submission: `phone-${index}-of-many`, lang: 'sv', ord: 'mitt svar' })

test('200 phones behind one address within a minute all get through, three times over', async () => {
  svar = await start()
  await svar.open(survey)
  const replies = await Promise.all(Array.from({ length: 600 }, (_, index) => send(index)))
  expect(new Set(replies.map((reply) => reply.statusCode))).toEqual(new Set([303]))
  expect((await svar.store.participation('nord', 'prov'))?.responses).toBe(600)
})

test('a flood from one address has to wait, and its answers are kept on the page', async () => {
  svar = await start({ environment: { SVAR_SENDS_PER_MINUTE: '50' } })
  await svar.open(survey)
  const replies = []
  for (let index = 0; index < 60; index += 1) replies.push(await send(index))
  const refused = replies.slice(50)
  expect(replies.slice(0, 50).every((reply) => reply.statusCode === 303)).toBe(true)
  for (const reply of refused) {
    expect(reply.statusCode).toBe(429)
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect(reply.body).toContain('mitt svar')
  }
  expect(refused[0]!.body).toContain('value="phone-50-of-many"')
  // Someone else is not held up.
  const other = await svar.app.inject({
    method: 'POST',
    url: '/s/prov',
    remoteAddress: '127.0.0.1',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': '198.51.100.7',
    },
    payload: 'submission=someone-else&lang=sv&ord=hej',
  })
  expect(other.statusCode).toBe(303)
})
