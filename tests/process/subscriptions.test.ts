import { expect, onTestFinished, test } from 'vitest'
import { formOf } from '../form.ts'
import { returned } from '../mail/returned.ts'
import { newsOf } from '../mail/subscribers.ts'
import { openSubscriptions } from '../../src/store/sqlite/subscriptions/subscriptions.ts'
import { startSmtp } from '../smtp.ts'
import { dataFolder, serve, svar } from './product.ts'

/** When nobody holds the letter that was under way any more. */
const later = {
  NODE_OPTIONS: `--import ${import.meta.dirname}/clock.mjs`,
  CLOCK_AHEAD: String(11 * 60_000),
}

test('killed while news is sent: everyone has it once, and what comes back erases', async () => {
  const folder = dataFolder()
  let letters = 0
  let held = () => {}
  const hold = new Promise<void>((resolve) => (held = resolve))
  const smtp = await startSmtp({
    // The third letter with news meets a server that is silent from the start.
    onConnect(_session, done) {
      letters += 1
      if (letters !== 6) return done()
      held()
    },
  })
  onTestFinished(() => smtp.close())
  const environment = {
    SMTP_URL: smtp.url,
    SVAR_BOUNCE_ADDRESS: 'retur@svar.example.se',
    MAIL_FROM: 'svar@svar.example.se',
  }
  const first = await serve(folder, environment)
  const people = ['a@x.example', 'b@x.example', 'c@x.example']
  for (const email of people) {
    const came = smtp.next()
    await post(first.port, '/s/karlskoga/subscribe', { email, lang: 'sv' })
    await came
    const [, path] = /https?:\/\/[^/\s]+(\/subscription\/confirm\/[0-9a-f]{48})/.exec(
      smtp.received.at(-1)!.letter.text!,
    )!
    await post(first.port, path!, { page: '1' })
  }
  smtp.received.length = 0
  const subscriptions = openSubscriptions(folder)
  await subscriptions.tell(newsOf({ id: 'nytt', survey: 'karlskoga' }))
  await hold
  await first.stop('SIGKILL')
  expect(smtp.received).toHaveLength(2)
  const came = smtp.next()
  const second = await serve(folder, { ...environment, ...later })
  await came
  expect(await second.stop()).toBe(0)
  expect(smtp.received.flatMap(({ to }) => to).toSorted()).toEqual(people)
  expect(await subscriptions.lettersWaiting()).toBe(0)

  const { from } = smtp.received[0]!
  const [, token] = /\+([0-9a-f]{48})@/.exec(from)!
  const pipe = (message: string, ...args: string[]) =>
    svar(folder, ['mail', 'bounce', ...args, '--json'], environment, message)
  const message = returned({ token: token! })
  for (const kept of [
    await pipe('Subject: hej\n\nJag är på semester.', from),
    await pipe(returned({ token: 'ab'.repeat(24) })),
    await pipe(returned({ token: token!, status: '4.2.2' })),
  ]) {
    expect(kept).toMatchObject({ code: 0, out: '{"erased":0}\n', err: '' })
  }
  expect(await subscriptions.confirmed('karlskoga')).toBe(3)
  expect(await pipe(message)).toMatchObject({ code: 0, out: '{"erased":1}\n' })
  expect(await pipe(message)).toMatchObject({ code: 0, out: '{"erased":0}\n' })
  expect((await pipe('x'.repeat(1024 * 1024 + 1))).code).toBe(1)
  expect(await subscriptions.confirmed('karlskoga')).toBe(2)
  await subscriptions.close()
})

const post = (port: number, path: string, fields: Record<string, string>) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: formOf(fields),
  })
