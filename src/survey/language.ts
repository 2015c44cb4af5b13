/** A language's own name, e.g. "Svenska". */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

interface Directed {
  getTextInfo?: () => { direction: 'ltr' | 'rtl' }
  /** what tablets of some years ago have instead */
  textInfo?: { direction: 'ltr' | 'rtl' }
}

/** `rtl` for languages written from right to left. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(language) as Intl.Locale & Directed
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? 'ltr'
}

/**
 * How a value is set into a sentence of the language. Latin names take marks of their own among
 * words from right to left, or what follows them would be drawn on their wrong side; they are
 * characters, as titles and letters know no elements.
 */
export function setApart(language: string): (value: string) => string {
  if (directionOf(language) === 'ltr') return (value) => value
  return (value) => (/\p{Script=Latin}/u.test(value) ? `\u2068${value}\u2069` : value)
}
