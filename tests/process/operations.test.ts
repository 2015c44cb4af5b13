import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answer, opened, pair, place } from './keeping.ts'
import { serve, svar } from './product.ts'

const chapter = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8')

/** The lines of the chapter that are commands, in its order. */
const commands = [...chapter.matchAll(/^```\n(.*?)^```$/gms)]
  .flatMap(([, lines]) => lines!.trimEnd().split('\n'))
  .filter((line) => /^(SVAR_DATA=\S+ )?svar /.test(line))

test('every command of the chapter does what it says, in its order', async () => {
  const here = place()
  await opened(here, 'vantrum', '2999-01-01')
  const server = await serve(here.data, here.environment)
  await answer(server.port, 'vantrum', 12, 'Ord')
  await server.stop()
  expect((await here.run(['survey', 'close', 'vantrum'])).code).toBe(0)
  const usb = join(here.parent, 'usb')
  const folders: [string, string][] = [
    ['/srv/svar-backups', here.backups],
    ['/srv/svar', here.data],
    ['/mnt/usb', usb],
    ['/media/stick/key', here.key],
  ]
  const said: string[] = []
  for (const line of commands) {
    const [, words] = /(?:^| )svar (.*)$/.exec(line)!
    const args = [...words!.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? inPlace(plain!, folders),
    )
    if (args[0] === 'restore') rmSync(here.data, { recursive: true })
    const { code, out, err } = await svar(here.data, args, here.environment)
    expect([line, code, args[1] === 'key' ? '' : err]).toEqual([line, 0, ''])
    said.push(out)
  }
  expect(commands.length).toBeGreaterThan(8)
  const all = said.join('')
  expect(said[0]).toMatch(/^SVAR_BACKUP_KEY=svar-public-[\w-]{43}\n\nsvar-private-/)
  expect(all).toContain('Checked: 12 responses.')
  expect(all).toContain('All is well: 12 responses.')
  expect(all).toContain('Nothing was due.')
  expect(all).toContain('Deleted 12 responses to "vantrum", with 12 texts.')
  expect(readdirSync(usb).filter((name) => name.endsWith('.backup'))).toHaveLength(2)
  expect(said.at(-1)).toBe('All is well: 0 responses.\n')
  expect(all).not.toContain(pair.privateKey)
})

/** A path of the chapter in the test's folders; of backups the newest there is. */
function inPlace(word: string, folders: [string, string][]): string {
  const [from, to] = folders.find(([path]) => word === path || word.startsWith(`${path}/`)) ?? []
  if (from === undefined || to === undefined) return word
  if (!word.endsWith('.backup')) return to + word.slice(from.length)
  const files = readdirSync(to).filter((name) => name.endsWith('.backup'))
  return join(to, files.toSorted().at(-1)!)
}
