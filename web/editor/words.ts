export type Say = (key: string, values?: Record<string, string | number>) => string

/** The page's words, with what is counted and filled in as the server does it. */
export function sayIn(language: string, words: Record<string, unknown>): Say {
  const plurals = new Intl.PluralRules(language)
  const find = (key: string) =>
    key
      .split('.')
      .reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], words)
  return (key, values = {}) => {
    const count = values['count']
    const counted = typeof count === 'number' ? find(`${key}_${plurals.select(count)}`) : undefined
    const found = counted ?? find(key) ?? find(`${key}_other`)
    if (typeof found !== 'string') return key
    return found.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}
