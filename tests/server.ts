import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'

export interface Server {
  port: number
  process: ChildProcess
  /** milliseconds from spawning to the first reply */
  startUp: number
  /** what it has said so far */
  said(): string
  /** Sends the signal and waits for the end; returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Runs a built server as its own process, and waits until it replies. */
export async function startServer(
  args: string[],
  environment: Record<string, string> = {},
): Promise<Server> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (part) => (said += part))
  child.stderr.on('data', (part) => (said += part))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  while (!(await replies(port))) {
    if (child.exitCode !== null) throw new Error(`the server did not start: ${said}`)
    // Who knocks without a pause takes the time that the start needs.
    await setTimeout(20)
  }
  return {
    port,
    process: child,
    startUp: performance.now() - started,
    said: () => said,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

async function replies(port: number): Promise<boolean> {
  const reply = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined)
  return reply?.ok ?? false
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
