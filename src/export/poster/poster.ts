import type { PdfLogo } from '../pdf/logo.ts'

/** One poster in words. */
export interface Poster {
  language: string
  /** the large words: what people are asked */
  title: string
  organisation: string
  /** what it is, in a sentence */
  lead: string
  /** what one does with the code, line by line */
  steps: string[]
  /** before the address */
  or: string
  /** as it is printed and typed */
  address: string
  /** as the code has it */
  link: string
  /** what the code is, for who does not see it */
  alt: string
  site?: string
  until?: string
}

export const sizes = ['A4', 'A3'] as const
export type Size = (typeof sizes)[number]

/** What all posters of a file have in common. */
export interface PosterLook {
  size: Size
  /** of the file */
  title: string
  language: string
  /** with enough contrast to white */
  accent: string
  logo?: PdfLogo
}
