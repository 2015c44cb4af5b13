import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { formOf } from '../form.ts'
import { startServer } from '../server.ts'

/** The built program; `npm test` builds it first. */
export const MAIN = join(import.meta.dirname, '../../dist/server/main.js')

/** A data folder that goes when the test ends. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'svar-process-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** `svar serve`, ended at the latest when the test ends. */
export async function serve(folder: string, environment: Record<string, string> = {}) {
  const server = await startServer([MAIN, 'serve'], { SVAR_DATA: folder, ...environment })
  onTestFinished(() => void server.process.kill('SIGKILL'))
  return server
}

/** Runs a command to its end. */
export function svar(
  folder: string,
  args: string[],
  environment: Record<string, string> = {},
  input = '',
) {
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { ...process.env, SVAR_DATA: folder, ...environment }
    const child = execFile(process.execPath, [MAIN, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

/** Sends a form; the status, or 0 where there was no reply. */
export async function send(
  port: number,
  survey: string,
  fields: Record<string, string | string[]>,
) {
  const url = `http://127.0.0.1:${port}/s/${survey}`
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const init = { method: 'POST', redirect: 'manual', headers, body: formOf(fields) } as const
  const reply = await fetch(url, init).catch(() => undefined)
  const body = (await reply?.text().catch(() => '')) ?? ''
  return { status: reply?.status ?? 0, body, headers: reply?.headers }
}
