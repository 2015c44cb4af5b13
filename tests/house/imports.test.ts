import { describe, expect, test } from 'vitest'
import { sourcesIn } from './sources.ts'

// What each room may import of src, beside itself. What is not named here is above all rooms.
const rooms: Record<string, string[]> = {
  'src/survey/': [],
  'src/store/': ['src/survey/'],
  'src/pages/': ['src/survey/', 'src/i18n.ts'],
  'src/export/': ['src/survey/'],
  'web/': ['src/survey/'],
  'src/sign-in/': ['src/survey/', 'src/store/store.ts', 'src/secrets.ts'],
  'src/mail/': [
    'src/survey/',
    'src/store/store.ts',
    'src/store/subscriptions.ts',
    'src/config.ts',
    'src/i18n.ts',
    'src/one-time-code.ts',
    'src/pages/link.ts',
    'src/pages/office/moments.ts',
    'src/pages/office/numbers.ts',
    'src/secrets.ts',
    'src/subscriber.ts',
  ],
  'src/routes/': [
    'src/survey/',
    'src/store/store.ts',
    'src/store/subscriptions.ts',
    'src/pages/',
    'src/export/',
    'src/assets.ts',
    'src/backup/folder.ts',
    'src/config.ts',
    'src/enrolment.ts',
    'src/i18n.ts',
    'src/job-runs.ts',
    'src/live.ts',
    'src/logo-svg.ts',
    'src/logo.ts',
    'src/mail/sender.ts',
    'src/network.ts',
    'src/one-time-code.ts',
    'src/sealing.ts',
    'src/secrets.ts',
    'src/sign-in/',
    'src/site-file.ts',
    'src/subscriber.ts',
    'src/survey-file.ts',
    'src/survey-yaml.ts',
    'src/templates.ts',
  ],
}

const sources = sourcesIn('src', 'web')
const local = (name: string) => /^(src|web)\//.test(name)

describe('imports point one way', () => {
  test.each(Object.entries(rooms))('%s', (room, allowed) => {
    const inside = sources.filter(({ path }) => path.startsWith(room))
    expect(inside.length).toBeGreaterThan(0)
    const wrong = inside.flatMap(({ path, imports }) =>
      imports
        .filter((name) => local(name) && ![room, ...allowed].some((fine) => name.startsWith(fine)))
        .map((name) => `${path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('the rules need nothing but the language', () => {
    const rules = sources.filter(({ path }) => path.startsWith('src/survey/'))
    const outside = rules.flatMap(({ imports }) => imports.filter((name) => !local(name)))
    expect(outside).toEqual([])
  })

  test('only main names a dialect, and only the store speaks SQL', () => {
    const naming = sources.filter(
      ({ path, imports }) =>
        !path.startsWith('src/store/sqlite/') &&
        imports.some((name) => name.startsWith('src/store/sqlite/') || /sqlite|drizzle/.test(name)),
    )
    expect(naming.map(({ path }) => path)).toEqual(['src/main.ts'])
  })
})
