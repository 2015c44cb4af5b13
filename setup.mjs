// Installs what is missing and builds what has changed, before start, test and the rest. Runs on
// whatever Node is at hand, so it uses nothing but what Node 20 has.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'

const root = import.meta.dirname
// Commands run beside a server whose files must stay: they build only where nothing is built.
const lazy = process.argv.includes('--lazy')
const modules = join(root, 'node_modules')
process.chdir(root)

install()
build()

function install() {
  const mark = join(modules, '.svar-installed')
  const wanted = hashOf(['package-lock.json'])
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  process.stdout.write('Installing …\n')
  run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund'])
  const link = join(modules, '.bin', 'svar')
  rmSync(link, { force: true })
  if (process.platform !== 'win32') symlinkSync('../../bin/svar.mjs', link)
  writeFileSync(mark, wanted)
}

function build() {
  const mark = join(root, 'dist', '.svar-built')
  const sources = ['src', 'web', 'db', 'locales', 'tests/bench'].flatMap(filesIn)
  const wanted = hashOf([...sources, 'package-lock.json', 'vite.config.ts'])
  if (existsSync(mark) && (lazy || readFileSync(mark, 'utf8') === wanted)) return
  process.stdout.write('Building …\n')
  const vite = join(modules, 'vite', 'bin', 'vite.js')
  run(join(modules, '.bin', 'node'), [vite, 'build', '--logLevel', 'warn'])
  run(join(modules, '.bin', 'node'), [vite, 'build', '--ssr', '--logLevel', 'warn'])
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(mark, wanted)
}

function run(command, args) {
  const PATH = `${join(modules, '.bin')}${delimiter}${process.env.PATH}`
  const shell = process.platform === 'win32'
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH },
    shell,
  })
  if (status !== 0) process.exit(status ?? 1)
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}
