import { describe, expect, test } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { formOf } from '../form.ts'
import { add, onceOf, signedIn, tablets, twoOffices } from './two-offices.ts'

const here = twoOffices()

describe('another organisation', () => {
  test('sees nothing of a tablet, and cannot tell it from one that is not there', async () => {
    const { id } = await add(here.anna)
    const bo = await signedIn(here.svar, 'bo@syd.example')
    expect((await bo.get(tablets)).body).not.toMatch(/Receptionen|Plats norr/)
    const once = onceOf((await here.anna.get(`${tablets}/${id}`)).body)
    const neutral = (body: string, name: string) =>
      body.replaceAll(name, '').replaceAll(/value="[^"]*"/g, '')
    for (const tail of ['', '/code', '/pin']) {
      const own = await bo.get(`${tablets}/${id}${tail}`)
      const none = await bo.get(`${tablets}/ingen-surfplatta${tail}`)
      expect(own.statusCode).toBe(404)
      expect(neutral(own.body, id)).toBe(neutral(none.body, 'ingen-surfplatta'))
    }
    for (const tail of ['', '/code', '/pin', '/revocation', '/removal']) {
      const fields = { name: 'Min', site: 'soder', once }
      expect((await bo.submit(`${tablets}/${id}${tail}`, fields)).statusCode).toBe(404)
    }
    expect(await here.devices()).toMatchObject([{ name: 'Receptionen', site: 'norr' }])
    expect((await here.devices())[0]).not.toHaveProperty('revokedAt')
  })

  test('offers none of its sites', async () => {
    const { id } = await add(here.anna)
    expect((await here.anna.get(`${tablets}/new?site=soder`)).body).not.toContain('soder')
    const once = onceOf((await here.anna.get(`${tablets}/new`)).body)
    const foreign = { once, name: 'Min', site: 'soder' }
    expect((await here.anna.submit(`${tablets}/new`, foreign)).statusCode).toBe(404)
    expect((await here.anna.submit(`${tablets}/${id}`, foreign)).statusCode).toBe(404)
    expect(await here.devices()).toMatchObject([{ site: 'norr' }])
  })

  test('does not give away its tablet to who sends its id', async () => {
    const { id } = await add(here.anna)
    const bo = await signedIn(here.svar, 'bo@syd.example')
    await bo.get(`${tablets}/new`)
    const taken = await bo.submit(`${tablets}/new`, { once: id, name: 'Min', site: 'soder' })
    expect(taken.statusCode).toBe(404)
    expect(await here.devices('syd')).toEqual([])
  })
})

describe('forged and broken forms', () => {
  test.each(['/new', '/x', '/x/code', '/x/pin', '/x/revocation', '/x/removal'])(
    'without the token %s is refused',
    async (tail) => {
      const reply = await here.anna.post(tablets + tail, formOf({ name: 'x', site: 'norr' }))
      expect(reply.statusCode).toBe(403)
    },
  )

  test.each(['', 'kort', 'x'.repeat(17), '../../etc/passwd', '<script>alert(1)'])(
    'a sending called "%s" is refused',
    async (once) => {
      const { id } = await add(here.anna)
      const fields = { once, name: 'Min', site: 'norr' }
      for (const tail of ['new', `${id}/code`, `${id}/pin`]) {
        expect((await here.anna.submit(`${tablets}/${tail}`, fields)).statusCode).toBe(400)
      }
      expect(await here.devices()).toHaveLength(1)
    },
  )

  test('who has not signed in is asked to', async () => {
    const reply = await new Browser(here.svar.app).get(tablets)
    expect(reply.headers.location).toBe('/office/sign-in')
  })
})
