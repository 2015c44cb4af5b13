import { expect, test } from 'vitest'
import { link } from '../../src/pages/link.ts'
import { everyPage } from './every-page.ts'

const hostile = '<img src=x onerror=alert(1)></textarea></title><!--" onfocus="alert(1)'

test.each(Object.entries(everyPage('sv', hostile)))(
  '%s escapes whatever it is given',
  (_, html) => {
    for (const raw of ['<img', '<!--', '" onfocus']) {
      expect(html).not.toContain(raw)
    }
  },
)

test('words of a survey are never taken for keys or gaps of ours', () => {
  const { faulty, thanks } = everyPage('sv', '$t(send) {{organisation}}')
  expect(faulty).toContain('$t(send) {{organisation}}')
  expect(thanks).toContain('$t(send) {{organisation}}')
})

test('links lead to paths, places and known schemes only', () => {
  expect(link('/s/prov', { lang: 'sv', site: undefined })).toBe('/s/prov?lang=sv')
  expect(link('#q.one.a')).toBe('#q.one.a')
  expect(link('https://example.org/a')).toBe('https://example.org/a')
  expect(link('mailto:a@example.org')).toBe('mailto:a@example.org')
  for (const bad of [
    'javascript:alert(1)',
    ' javascript:x',
    'data:text/html,x',
    '//evil',
    '/\\evil',
    '',
  ]) {
    expect(link(bad), bad).toBe('#')
  }
})
