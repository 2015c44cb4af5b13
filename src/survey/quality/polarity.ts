/** Beginnings of words for the low end of a scale, and for the high one. */
const low: Record<string, string[]> = {
  sv: [
    'dålig',
    'missnöjd',
    'inte',
    'aldrig',
    'otrygg',
    'oviktig',
    'sällan',
    'svår',
    'låg',
    'ingen',
  ],
  da: [
    'dårlig',
    'utilfreds',
    'ikke',
    'aldrig',
    'utryg',
    'uvigtig',
    'sjældent',
    'svær',
    'lav',
    'slet',
  ],
  en: [
    'bad',
    'poor',
    'dissatisfied',
    'not',
    'never',
    'unsafe',
    'seldom',
    'difficult',
    'low',
    'very bad',
  ],
}
const high: Record<string, string[]> = {
  sv: ['bra', 'god', 'nöjd', 'alltid', 'trygg', 'viktig', 'ofta', 'lätt', 'hög', 'helt', 'utmärkt'],
  da: ['god', 'tilfreds', 'altid', 'tryg', 'vigtig', 'ofte', 'let', 'høj', 'helt', 'fremragende'],
  en: ['good', 'satisfied', 'always', 'safe', 'important', 'often', 'easy', 'high', 'excellent'],
}

/** -1 for the words of a low end, 1 for those of a high one, 0 where they tell neither. */
export function polarity(label: string, language: string): -1 | 0 | 1 {
  const words = label.toLowerCase().match(/\p{L}+/gu) ?? []
  const starts = (list: string[] | undefined) =>
    words.some((word) => list?.some((start) => word.startsWith(start)))
  // A negation turns what follows: "inte alls bra" is a low end.
  if (starts(low[language])) return -1
  return starts(high[language]) ? 1 : 0
}
