import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { kinds } from '../../src/survey/kinds/kinds.ts'
import { sourcesIn } from './sources.ts'

const code = sourcesIn('src', 'web')
const all = [...code, ...sourcesIn('tests')]
const paths = (found: { path: string }[]) => found.map(({ path }) => path)
const containing = (pattern: RegExp, except: string[] = []) =>
  paths(code.filter(({ path, text }) => pattern.test(text) && !except.includes(path)))

describe('files', () => {
  test('are named in kebab-case, by what is in them', () => {
    const odd = all.filter(
      ({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.\w+$/.test(basename(path)),
    )
    expect(paths(odd)).toEqual([])
    const empty = /(^|\/)(utils?|helpers?|manager|service|common|misc|index)(\.|\/)/
    expect(paths(all.filter(({ path }) => empty.test(path)))).toEqual([])
  })

  test('are short', () => {
    const long = (most: number, ending: RegExp) =>
      paths(all.filter(({ path, text }) => ending.test(path) && text.split('\n').length > most + 1))
    expect(long(250, /\.tsx?$/)).toEqual([])
    // A style sheet is read by looking for a name in it.
    expect(long(450, /\.css$/)).toEqual([])
  })
})

describe('one place for', () => {
  test('the clock', () => {
    const readers = ['src/main.ts', 'web/kiosk/browser.ts']
    expect(containing(/Date\.now\(|new Date\(\)|Temporal\.Now/, readers)).toEqual([])
  })

  test('what tablets may lack: only the server has Temporal', () => {
    const carried = new Set(paths(code.filter(({ path }) => path.startsWith('web/'))))
    // A set goes on to what is added to it meanwhile.
    for (const path of carried) {
      for (const name of code.find((one) => one.path === path)?.imports ?? []) carried.add(name)
    }
    expect(carried).toContain('src/survey/calendar.ts')
    expect(containing(/\bTemporal\./).filter((path) => carried.has(path))).toEqual([])
  })

  test('the environment', () => {
    expect(containing(/process\.env/, ['src/main.ts'])).toEqual([])
  })

  test('raw tallies: nothing but the store and the release rule sees them', () => {
    const outside = code.filter(
      ({ path, text }) =>
        !/^src\/(store\/sqlite\/|survey\/(release|strand|withdrawal|broken-down|auditor\/\w+)\.ts)/.test(
          path,
        ) && /\bstepRelease\b|\bfinalRelease\b|\bTallies\b|\bStrand\b/.test(text),
    )
    expect(paths(outside)).toEqual([])
  })

  test('colours and lengths of the citizen’s pages: tokens', () => {
    const styles = code.filter(({ path }) => path.endsWith('.css') && !path.endsWith('tokens.css'))
    const colours = styles.filter(({ text }) => /#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i.test(text))
    expect(paths(colours)).toEqual([])
  })
})

describe('nothing that a promise rests on is undone', () => {
  test('no transaction leaks a promise', () => {
    expect(containing(/transaction\(\s*async/)).toEqual([])
  })

  test('no markup is written past the escaper', () => {
    expect(containing(/dangerouslySetInnerHTML|insertAdjacentHTML/)).toEqual([
      'src/pages/frame.tsx',
    ])
  })

  test('no style attribute and no handler in markup: the policy forbids them', () => {
    expect(containing(/\sstyle=[{"]/)).toEqual([])
    // In the browser, Preact listens instead of writing markup.
    const pages = containing(/\son[A-Z][a-z]+=\{/).filter((path) => path.startsWith('src/'))
    expect(pages).toEqual([])
  })
})

test('every kind has a rule and a face', () => {
  const faces = paths(code).filter((path) => path.startsWith('src/pages/fields/'))
  for (const kind of kinds) {
    expect(faces).toContain(`src/pages/fields/${kind}.tsx`)
  }
})
