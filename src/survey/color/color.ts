/** WCAG 2 contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter! + 0.05) / (darker! + 0.05)
}

/** `share` of one colour in another, as `color-mix(in srgb, …)` does it. */
export const mix = (color: string, other: string, share: number) =>
  hexOf(
    channels(color).map((value, index) =>
      Math.round(value * share + channels(other)[index]! * (1 - share)),
    ),
  )

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

const channels = (hex: string) =>
  [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16))

/** Hue in degrees, the rest from 0 to 1. */
export function toHsl(hex: string) {
  const [red, green, blue] = channels(hex).map((value) => value / 255) as [number, number, number]
  const most = Math.max(red, green, blue)
  const least = Math.min(red, green, blue)
  const range = most - least
  const lightness = (most + least) / 2
  if (range === 0) return { hue: 0, saturation: 0, lightness }
  const sixths =
    most === red
      ? (green - blue) / range
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4
  const saturation = range / (1 - Math.abs(2 * lightness - 1))
  return { hue: (sixths * 60 + 360) % 360, saturation, lightness }
}

export function fromHsl(hue: number, saturation: number, lightness: number): string {
  const spread = saturation * Math.min(lightness, 1 - lightness)
  const parts = [0, 8, 4].map((offset) => {
    const place = (offset + hue / 30) % 12
    const part = lightness - spread * Math.max(-1, Math.min(place - 3, 9 - place, 1))
    return Math.round(part * 255)
  })
  return hexOf(parts)
}

const hexOf = (parts: number[]) =>
  `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
