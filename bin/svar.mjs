#!/usr/bin/env node
// `npx svar …`: prepares what is missing, then runs the CLI on the Node that the project pins.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
// Its notes go to stderr: stdout belongs to the command.
const prepared = spawnSync(process.execPath, [join(root, 'setup.mjs'), '--lazy'], {
  stdio: ['ignore', 2, 2],
})
if (prepared.status !== 0) process.exit(prepared.status ?? 1)

const node = join(root, 'node_modules', '.bin', 'node')
const main = join(root, 'dist', 'server', 'main.js')
const child = spawn(node, ['--max-semi-space-size=64', main, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal))
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
