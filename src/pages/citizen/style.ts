import type { Organisation } from '../../survey/organisation.ts'
import { accentPair } from '../../survey/color/accent.ts'

/** The complete CSS of a citizen page, with the organisation's accent in light and dark. */
export function citizenStyle(baseCss: string, organisation?: Organisation): string {
  if (!organisation) return baseCss
  const { light, onLight, dark, onDark } = accentPair(organisation.accent)
  return `${baseCss}${accent(light, onLight)}@media screen and (prefers-color-scheme:dark){${accent(dark, onDark)}}`
}

const accent = (color: string, ink: string) => `:root{--accent:${color};--on-accent:${ink}}`
