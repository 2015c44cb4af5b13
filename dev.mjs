// Rebuilds and restarts on change. Uses nothing but what Node 20 has.
import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'

const root = import.meta.dirname
const node = join(root, 'node_modules', '.bin', 'node')
let server
let timer

function restart() {
  const { status } = spawnSync(process.execPath, [join(root, 'setup.mjs')], { stdio: 'inherit' })
  if (status !== 0) return
  server?.kill('SIGTERM')
  const begin = () => {
    server = spawn(node, [join(root, 'dist', 'server', 'main.js'), 'serve'], { stdio: 'inherit' })
  }
  if (server && server.exitCode === null) server.once('exit', begin)
  else begin()
}

for (const folder of ['src', 'web', 'locales', 'db']) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(restart, 200)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server?.kill('SIGTERM')
    process.exit(0)
  })
}
restart()
