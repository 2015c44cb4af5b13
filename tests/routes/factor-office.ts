import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { Browser } from '../browser-by-hand.ts'
import { ask, content } from '../make.ts'
import { NOON, start, type Started } from '../start.ts'
import { onceOf } from './two-offices.ts'

export const password = 'lång och god mening'
export const step = '/office/second-step'
export const factor = '/office/account/second-factor'
const noon = Temporal.Instant.from(NOON)

export const notThis = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
export const isIn = async (browser: Browser) =>
  (await browser.get('/office/account')).statusCode === 200

/** An office with somebody new for each test, and a clock to set. */
export function factorOffice() {
  let svar: Started
  let email = ''
  let seconds = 0
  let count = 0
  beforeAll(async () => {
    svar = await start()
    await svar.open(content([ask.text('ord')]))
    await svar.open(content([ask.text('ord')], { id: 'strang' }), 'strang')
    await svar.addUser('chef@strang.example', 'strang')
  })
  afterAll(() => svar.close())
  beforeEach(async () => {
    count += 1
    email = `n${count}@nord.example`
    await svar.addUser(email)
    seconds = 0
    svar.setClock(NOON)
  })

  const codeOf = (key: string) =>
    new TOTP({ secret: key }).generate({ timestamp: noon.epochMilliseconds + seconds * 1000 })

  /** Gives the password, of whoever the test is about unless another is named. */
  async function give(browser = new Browser(svar.app), who = email) {
    await browser.get('/office/sign-in')
    const reply = await browser.submit('/office/sign-in', { email: who, password })
    await browser.get(step)
    return { browser, to: reply.headers.location }
  }

  async function turnOn(browser: Browser) {
    const page = (await browser.get(factor)).body
    const key = keyOn(page)
    const once = onceOf(page)
    const sent = await browser.submit(factor, { once, code: codeOf(key) })
    const shown = (await browser.get(sent.headers.location!)).body
    const codes = [...shown.matchAll(/<li>([-A-Z0-9]{19})<\/li>/g)].map(([, code]) => code!)
    return { key, once, sent, codes }
  }

  return {
    get svar() {
      return svar
    },
    get email() {
      return email
    },
    /** Moves the clock; codes are of half a minute each. */
    later(more: number) {
      seconds += more
      svar.setClock(noon.add({ seconds }).toString())
    },
    codeOf,
    give,
    turnOn,
    /** Someone with a second factor, and what they have on their telephone and on paper. */
    async withFactor() {
      const { browser } = await give()
      return { browser, ...(await turnOn(browser)) }
    },
  }
}

export const keyOn = (page: string) =>
  /class="typed">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '')
