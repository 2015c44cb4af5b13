/** Who asks: a region, a municipality, an association. */
export interface Organisation {
  id: string
  name: string
  /** `#rrggbb`, used for what can be acted on; its dark-mode twin is worked out from it */
  accent: string
  /** everything it shows is made up, and says so */
  demo: boolean
  /** where to write and call it about what does not work */
  email?: string
  phone?: string
  logo?: Logo
}

/** A picture of a logo as pages and posters need to know it; its bytes are asked for by its hash. */
export interface Logo {
  /** of its bytes, in hex: a changed logo has another address */
  hash: string
  type: 'png' | 'jpeg' | 'svg'
  width: number
  height: number
  /** of its bytes */
  size: number
}

export const DEFAULT_ACCENT = '#0b5f66'
