import { DEFAULT_ACCENT } from '../organisation.ts'
import { contrast, fromHsl, toHsl } from './color.ts'

// The backgrounds that an accent stands on; a test compares them with tokens.css.
export const LIGHT = { paper: '#faf7f2', raised: '#ffffff', ink: '#20262a' }
export const DARK = { paper: '#15191b', raised: '#1e2427', ink: '#0f1315' }

const WHITE = '#ffffff'
const CALM = 0.5
const shape = /^#[0-9a-f]{6}$/i

/** What keeps a colour from being an organisation's accent. [] where nothing does. */
export function accentFaults(hex: string): string[] {
  if (!shape.test(hex)) return ['must be a colour like #0b5f66']
  const ratio = contrast(hex, LIGHT.paper)
  if (ratio >= 4.5) return []
  return [`has a contrast of ${ratio.toFixed(1)}:1 on the page, and needs 4.5:1; choose it darker`]
}

export interface AccentPair {
  light: string
  onLight: string
  dark: string
  onDark: string
}

/** An accent for light pages and its twin for dark ones, each with the ink that stands on it. */
export function accentPair(hex: string): AccentPair {
  const accent = (shape.test(hex) ? hex : DEFAULT_ACCENT).toLowerCase()
  const fits = accentFaults(accent).length === 0
  return {
    light: fits ? accent : tone(accent, (twin) => contrast(twin, LIGHT.paper) >= 4.5, -1),
    onLight: WHITE,
    dark: tone(accent, (twin) => contrast(twin, DARK.paper) >= 8, 1),
    onDark: DARK.ink,
  }
}

/** The same hue, calmer, lightened or darkened until it is enough. */
function tone(hex: string, enough: (twin: string) => boolean, direction: 1 | -1): string {
  const { hue, saturation, lightness } = toHsl(hex)
  for (let light = lightness; light > 0 && light < 1; light += direction * 0.01) {
    const twin = fromHsl(hue, Math.min(saturation, CALM), light)
    if (enough(twin)) return twin
  }
  return direction === 1 ? WHITE : LIGHT.ink
}
