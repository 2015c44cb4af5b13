import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** path of the browser that the journeys are made with */
    chromium: string
  }
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const advice = 'install it (Debian: "apt-get install chromium"), or set CHROMIUM to its path.'

/** Finds Chromium for the browser journeys, or installs it where that may be done. */
export default function setup(project: TestProject) {
  project.provide('chromium', find() ?? install())
}

function find(): string | undefined {
  const wanted = process.env['CHROMIUM']
  if (!wanted) return names.map(onPath).find(Boolean)
  const found = isAbsolute(wanted) ? wanted : onPath(wanted)
  if (found && isExecutable(found)) return found
  throw new Error(`CHROMIUM is "${wanted}", where there is no program; correct it or leave it out.`)
}

function install(): string {
  const missing = 'The browser journeys need Chromium, which was not found:'
  if (process.getuid?.() !== 0 || !onPath('apt-get')) throw new Error(`${missing} ${advice}`)
  process.stdout.write('Installing Chromium for the browser journeys with apt-get …\n')
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
  const found = find()
  if (!found) throw new Error(`${missing} apt-get could not install it; ${advice}`)
  return found
}

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
