/** Without 0, 1, I, L and O, which look alike on a screen and on paper. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_LENGTH = 8
/** A code holds so long (milliseconds). */
export const CODE_HOLDS = 10 * 60 * 1000

const shape = new RegExp(`^[${CODE_ALPHABET}]{${CODE_LENGTH}}$`)

/** A code as it was typed; undefined where it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '')
  return shape.test(code) ? code : undefined
}

/** A code as people read it: in two halves. */
export const shownCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`
