import { makeApp } from './app.ts'
import { loadAssets } from './assets.ts'
import { makeBackups } from './backup/backups.ts'
import { clearLeftovers } from './backup/make.ts'
import { type KeepContext, Refused, useFolder } from './commands/context.ts'
import { isHalfLoaded, loadWholeDemo } from './commands/demo.ts'
import { makeFaultLog } from './fault-log.ts'
import { hindrance } from './folder.ts'
import { makeInterface } from './i18n.ts'
import { makeJobRuns } from './job-runs.ts'
import { makeLive } from './live.ts'
import { makePost } from './mail/sender.ts'
import { startSchedule } from './schedule.ts'
import { makePasswords } from './sign-in/passwords.ts'
import { hashSecret, installationSecret, makeSecret, makeId } from './secrets.ts'
import type { Store } from './store/store.ts'

/** How long a stop waits for stalled senders; it has to be over within 10 s. */
const PATIENCE = 8_000

export interface ServeContext extends KeepContext {
  /** runs a command of this program beside it */
  runBeside: (args: string[], signal: AbortSignal) => Promise<void>
  /** what was built for the browser */
  webFolder: string
}

/** Open, serve, close: until SIGTERM or SIGINT. */
export async function serve(context: ServeContext) {
  const config = context.config()
  useFolder(config.folder)
  const lock = context.lockFolder(config.folder)
  if (!lock) throw new Refused(`another server is running on the data folder ${config.folder}`)
  const store = context.openStore(config.folder)
  const subscriptions = context.openSubscriptions(config.folder)
  const { clock, say } = context
  const empty = (await store.organisations()).length === 0
  if (config.demo && (empty || isHalfLoaded(config.folder))) {
    say('Loading the demo …')
    await loadWholeDemo(config.folder, store, clock())
  }
  const secret = installationSecret(config.folder, config.secret)
  const log = makeFaultLog(clock)
  const face = makeInterface()
  const parts = { store, subscriptions, interface: face, secret, clock, log }
  const post = config.mail && makePost({ config: config.mail, ...parts })
  const jobRuns = makeJobRuns(clock)
  const app = await makeApp({
    ...parts,
    passwords: makePasswords(),
    jobRuns,
    live: makeLive(makeId()),
    assets: loadAssets(context.webFolder),
    post,
    config,
  })
  await store.ready()
  const failed = (job: string, error: unknown) => {
    jobRuns.failed(job)
    log.error({ err: error, job }, 'job failed')
  }
  const ending = new AbortController()
  const backUp = () => context.runBeside(['backup'], ending.signal)
  const backups = config.backups && makeBackups(config.backups, backUp)
  // Else nobody would hear of it before the first night.
  const fault = config.backups && hindrance(config.backups.folder)
  if (fault) log.error({ folder: config.backups?.folder, fault }, 'backups cannot be written')
  clearUnfinished(context, config.folder)
  const surroundings = { store, secret, post, subscriptions, interface: face, backups }
  const schedule = await startSchedule(surroundings, clock, { done: jobRuns.done, failed })
  const address = await listen(app, config)
  say(await greeting(context.version, store, config.baseUrl ?? address))
  await stopSignal()
  // Who still has not sent all of a request by then is not waited for.
  setTimeout(() => app.server.closeAllConnections(), PATIENCE).unref()
  schedule.stop()
  ending.abort()
  const lastLetter = post?.stop()
  // A connection that was busy a moment ago would be kept alive, and the stop with it.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50)
  await app.close()
  clearInterval(idle)
  await lastLetter
  await subscriptions.close()
  await store.close()
  lock.release()
}

/** Copies of answers that a backup left, where it was cut short. */
function clearUnfinished(context: ServeContext, folder: string) {
  const free = context.lockFolder(folder, 'backup.lock')
  if (free) clearLeftovers(folder)
  free?.release()
}

async function listen(
  app: Awaited<ReturnType<typeof makeApp>>,
  { host, port }: { host: string; port: number },
) {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'EADDRINUSE' ? 'another program listens there; set PORT to another' : code
    throw new Refused(`cannot listen on ${host}:${port}: ${why}`)
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
}

/** The addresses to open, and a one-time link for each organisation where nobody can sign in. */
async function greeting(version: string, store: Store, base: string): Promise<string> {
  const lines = ['', `Svar ${version} is running.`, '']
  const line = (label: string, address: string) => lines.push(`  ${label.padEnd(10)} ${address}`)
  line('Surveys', `${base}/`)
  for (const { id } of await store.allIssued()) line('', `${base}/s/${id}`)
  line('Office', `${base}/office`)
  const links: string[] = []
  for (const { id, name } of await store.organisations()) {
    if (await store.hasUsers(id)) continue
    const code = makeSecret()
    await store.saveWelcome(id, hashSecret(code))
    links.push(`  ${name}`, `    ${base}/office/welcome/${code}`)
  }
  if (links.length > 0) {
    lines.push('', 'First sign-in: each link works once and makes the first user of its office.')
    lines.push(...links)
  } else if ((await store.organisations()).length === 0) {
    lines.push('', 'First sign-in: svar user add you@example.se --organisation your-organisation')
  }
  return [...lines, ''].join('\n')
}
