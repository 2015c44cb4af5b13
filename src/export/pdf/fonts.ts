import Pdf from 'pdfkit'

const files = import.meta.glob<string>('/fonts/*.ttf', { import: 'default', query: '?inline' })

export const REGULAR = 'regular'
export const BOLD = 'bold'

type Fonts = Awaited<ReturnType<typeof load>>

let loading: Promise<Fonts> | undefined

/** The fonts that are embedded, read when first needed. */
export function loadFonts(): Promise<Fonts> {
  loading ??= load()
  return loading
}

async function load() {
  const [regular, bold] = await Promise.all([
    fontIn('DejaVuSansCondensed.ttf'),
    fontIn('DejaVuSansCondensed-Bold.ttf'),
  ])
  return { regular, bold, has: letters(regular) }
}

const fontIn = async (name: string) =>
  Buffer.from((await files[`/fonts/${name}`]!()).split(',')[1]!, 'base64')

interface Inside {
  _font: { font: { hasGlyphForCodePoint(code: number): boolean } }
}

/** Whether the font has a letter; asked of the font within PDFKit, whose types do not show it. */
function letters(font: Buffer) {
  const doc = new Pdf({ autoFirstPage: false, font: font as unknown as string })
  const inside = (doc as unknown as Inside)._font.font
  const asked = new Map<string, boolean>()
  return (letter: string): boolean => {
    const has = asked.get(letter) ?? inside.hasGlyphForCodePoint(letter.codePointAt(0)!)
    asked.set(letter, has)
    return has
  }
}

/** Marks that are seen by nobody: they join, direct or vary letters. */
const invisible = /[\p{Cf}\u{fe00}-\u{fe0f}\p{Cc}]/gu

/** Words as they can be printed: what the font lacks stands without its marks. */
export const printable = (words: string, has: Fonts['has']): string =>
  [...words.replaceAll(/[\n\t]/g, ' ').replaceAll(invisible, '')]
    .map((letter) => (has(letter) ? letter : plainOf(letter, has)))
    .join('')

/** Letters of some words that cannot be printed in any way. */
export const unprintable = (words: string, has: Fonts['has']): string[] => [
  ...new Set([...printable(words, has)].filter((letter) => !has(letter))),
]

function plainOf(letter: string, has: Fonts['has']): string {
  const plain = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '')
  return plain !== '' && [...plain].every(has) ? plain : letter
}
