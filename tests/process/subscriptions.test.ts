import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { returned } from '../mail/returned.ts'
import { newsOf } from '../mail/subscribers.ts'
import { openSubscriptions } from '../../src/store/sqlite/subscriptions/subscriptions.ts'
import { askSubscriber } from '../../src/subscriber.ts'
import { ask, content } from '../make.ts'
import { startSmtp } from '../smtp.ts'
import { SECRET } from '../start.ts'
import { issue } from '../store/fixture.ts'
import { dataFolder, serve, svar } from './product.ts'

/** When nobody holds the letter that was under way any more. */
const later = {
  NODE_OPTIONS: `--import ${import.meta.dirname}/clock.mjs`,
  CLOCK_AHEAD: String(11 * 60_000),
}

test('killed while news is sent: everyone has it once, and what comes back erases', async () => {
  const folder = dataFolder()
  const people = ['a@x.example', 'b@x.example', 'c@x.example']
  const subscriptions = await withSubscribers(folder, people)
  await subscriptions.tell(newsOf({ id: 'nytt' }))
  let connections = 0
  let held = () => {}
  const hold = new Promise<void>((resolve) => (held = resolve))
  const smtp = await startSmtp({
    // The third letter meets a server that is silent from the start.
    onConnect(_session, done) {
      connections += 1
      if (connections !== 3) return done()
      held()
    },
  })
  onTestFinished(() => smtp.close())
  const environment = {
    SVAR_DEMO: '0',
    SVAR_SECRET: SECRET,
    SMTP_URL: smtp.url,
    SVAR_BOUNCE_ADDRESS: 'retur@svar.example.se',
    MAIL_FROM: 'svar@svar.example.se',
  }
  const first = await serve(folder, environment)
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
    await pipe(returned(), from.replace(/\+\w+/, `+${'ab'.repeat(24)}`)),
    await pipe(returned({ token: token!, status: '4.2.2' })),
  ]) {
    expect(kept).toMatchObject({ code: 0, out: '{"erased":0}\n', err: '' })
  }
  expect(await subscriptions.confirmed('prov')).toBe(3)
  // Whoever sends back more than was ever sent must not have it sent back once more.
  const large = `${message}${'x'.repeat(3 * 1024 * 1024)}`
  expect(await pipe(large)).toMatchObject({ code: 0, out: '{"erased":1}\n', err: '' })
  expect(await pipe(message)).toMatchObject({ code: 0, out: '{"erased":0}\n' })
  expect(await subscriptions.confirmed('prov')).toBe(2)
  await subscriptions.close()
})

/** Three who have confirmed, and an open survey. */
async function withSubscribers(folder: string, people: string[]) {
  const store = openSqlite(folder)
  await issue(store, content([ask.text('ord')]))
  await store.close()
  const subscriptions = openSubscriptions(folder)
  for (const email of people) {
    const asking = { survey: 'prov', email, language: 'sv' }
    await askSubscriber({ subscriptions, secret: SECRET, clock: Date.now }, asking)
    const letter = await subscriptions.claimLetter(1, 2)
    await subscriptions.confirm(letter!.subscription)
    await subscriptions.settleLetter(letter!)
  }
  return subscriptions
}
