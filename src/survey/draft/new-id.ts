import { DONT_KNOW, NONE, OTHER } from '../questionnaire.ts'
import { NO_SITE, OTHERS } from '../release.ts'

const LONGEST = 24
// The office has a page of that name where surveys are.
const pages = ['new']
const words = [OTHER, NONE, DONT_KNOW, NO_SITE, OTHERS, 'all']
const fields = ['submission', 'lang', 'site', 'to', 'channel']
const reserved = new Set([...words, ...fields, ...pages])

/** An id made of a text, for life; whole words as far as there is room, unlike those taken. */
export function newId(text: string, taken: string[], otherwise: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[æä]/g, 'a')
    .replaceAll(/[øö]/g, 'o')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
  let id = ''
  for (const word of plain.match(/[a-z0-9]+/g) ?? []) {
    const longer = id ? `${id}-${word}` : word
    if (longer.length > LONGEST) break
    id = longer
  }
  const whole = id || plain.replaceAll(/[^a-z0-9]+/g, '').slice(0, LONGEST) || otherwise
  const isFree = (one: string) =>
    !taken.includes(one) && !reserved.has(one) && !(one in Object.prototype)
  if (isFree(whole)) return whole
  let number = 2
  while (!isFree(`${whole}-${number}`)) number += 1
  return `${whole}-${number}`
}
