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
}

export const DEFAULT_ACCENT = '#0b5f66'
