/** Signs that a file's name may not have somewhere, and marks that turn text around. */
const illegal = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu
const LONGEST = 80

/** How a file is called where it is saved: plainly for everyone, and in words where that works. */
export function attachment(plain: string, words: string, ending: string): string {
  const ascii = plain.replaceAll(/[^\w.-]+/g, '-')
  const shown = [...words.toWellFormed().replaceAll(illegal, ' ').replaceAll(/\s+/g, ' ').trim()]
  const name = shown.slice(0, LONGEST).join('').trim()
  return `attachment; filename="${ascii}.${ending}"; filename*=UTF-8''${coded(`${name}.${ending}`)}`
}

const coded = (text: string) =>
  encodeURIComponent(text).replaceAll(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
