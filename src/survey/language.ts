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
