import type { Fields } from './response.ts'

// Line breaks and tabs may stay; other control characters have no place in an answer.
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

// Latin letters as keyboards write them are composed and well-formed: nothing to mend.
const plain = /^[\u0020-\u007e\u00a0-\u00ff]*$/

/** One string of whatever came: well-formed Unicode, composed, `\n` as line break, trimmed. */
export function tidy(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  if (plain.test(value)) return value.trim()
  const text = value
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(control, '')
  return text.normalize('NFC').trim()
}

/** The first value of a field, '' where it is absent. */
export function one(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return tidy(Array.isArray(value) ? value[0] : value)
}

/** All values of a field, each once, without empty ones. */
export function many(fields: Fields, name: string): string[] {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!Array.isArray(value)) {
    const text = tidy(value)
    return text === '' ? [] : [text]
  }
  return [...new Set(value.map(tidy).filter((text) => text !== ''))]
}

/** Characters as a person counts them, not UTF-16 units; a line break is one. */
export const lengthOf = (text: string) =>
  /[\ud800-\udfff]/.test(text) ? [...text].length : text.length
