import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { loadAssets } from '../../src/assets.ts'
import { citizenStyle } from '../../src/pages/citizen/style.ts'
import { questionnairePage } from '../../src/pages/citizen/questionnaire.tsx'
import { readDraft } from '../../src/survey/draft/draft.ts'
import { frame } from './every-page.ts'

const HEADERS = 1000
const BUDGET = 11_000

test.each(['sv', 'ar'])(
  'a phone fetches the whole first view in %s in less than the first burst of packets',
  (language) => {
    const assets = loadAssets(join(import.meta.dirname, '../../dist/web'))
    const read = readDraft(parse(readFileSync('db/demo/karlskoga.yaml', 'utf8')), [
      'sv',
      'da',
      'en',
    ])
    if ('faults' in read) throw new Error(JSON.stringify(read.faults))
    const set = frame(language)
    const html = questionnairePage(
      { ...set, style: citizenStyle(assets.citizenStyle, set.organisation) },
      {
        questionnaire: { ...read.content, number: 1 },
        submission: 'x'.repeat(36),
        fields: {},
        faults: [],
      },
    )
    const script = gzipSync(readFileSync(join(assets.folder, assets.citizenScript))).length
    expect(script).toBeLessThan(4000)
    expect(gzipSync(html).length + script + HEADERS).toBeLessThan(BUDGET)
  },
)

test('an office laptop fetches less than 60 kB of script for the editor', () => {
  const assets = loadAssets(join(import.meta.dirname, '../../dist/web'))
  const seen = new Set<string>()
  const fetched = (path: string): number => {
    if (seen.has(path)) return 0
    seen.add(path)
    const script = readFileSync(path, 'utf8')
    const more = [...script.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g)]
    const own = gzipSync(script).length
    return more.reduce((sum, [, name]) => sum + fetched(join(path, '..', name!)), own)
  }
  const bytes = fetched(join(assets.folder, assets.editorScript))
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(60_000)
})
