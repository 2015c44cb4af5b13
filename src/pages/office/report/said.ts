import type { Block, Heading, Paragraph } from '../../../survey/report.ts'
import type { Reader } from '../reader.ts'

export const heading = (level: Heading['level'], words: string, eyebrow?: string): Block => ({
  type: 'heading',
  level,
  words,
  ...(eyebrow !== undefined && { eyebrow }),
})

export const paragraph = (words: string, tone?: Paragraph['tone']): Block => ({
  type: 'paragraph',
  words,
  ...(tone && { tone }),
})

/** The survey's own words, as a paragraph in its language. */
export const ownWords = ({ lang }: Reader, words: string, tone?: Paragraph['tone']): Block => ({
  type: 'paragraph',
  words,
  lang,
  ...(tone && { tone }),
})

/** One paragraph for each sentence that there is. */
export const paragraphs = (sentences: (string | undefined)[], tone?: Paragraph['tone']): Block[] =>
  sentences.flatMap((words) => (words ? [paragraph(words, tone)] : []))

export const list = (items: string[]): Block[] =>
  items.length > 0 ? [{ type: 'list', items: items.map((words) => ({ words })) }] : []
