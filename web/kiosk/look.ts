import { accentPair } from '../../src/survey/color/accent.ts'
import { directionOf } from '../../src/survey/language.ts'

/** What one person has made of the screen. */
export interface Look {
  large: boolean
  contrast: boolean
}

const LARGE = 'data-large'
const CONTRAST = 'data-contrast'

export const plainLook: Look = { large: false, contrast: false }

/** The page in a language, as this person wants it. Returns how to have it as before. */
export function show({ documentElement: root }: Document, language: string, look: Look) {
  const { lang, dir } = root
  const before = { large: root.hasAttribute(LARGE), contrast: root.hasAttribute(CONTRAST) }
  const set = (lang: string, dir: string, { large, contrast }: Look) => {
    root.lang = lang
    root.dir = dir
    root.toggleAttribute(LARGE, large)
    root.toggleAttribute(CONTRAST, contrast)
  }
  set(language, directionOf(language), look)
  return () => set(lang, dir, before)
}

/** The colour of who asks; the policy forbids it in the page, so it is set by script. */
export function dress(document: Document, accent: string) {
  const { light, onLight, dark, onDark } = accentPair(accent)
  const { style } = document.documentElement
  style.setProperty('--accent-by-day', light)
  style.setProperty('--on-accent-by-day', onLight)
  style.setProperty('--accent-by-night', dark)
  style.setProperty('--on-accent-by-night', onDark)
}

/** Nothing of how a person left the screen remains. */
export function wipe(page: Window) {
  const { document } = page
  page.getSelection()?.removeAllRanges()
  const focused = document.activeElement
  if (focused instanceof HTMLElement) focused.blur()
  page.scrollTo(0, 0)
}
