import { listOf, longDate } from '../speech.ts'

/** How counts, shares, means, dates and lists are written in one language. */
export interface Numbers {
  count(value: number): string
  /** one decimal: `45,6 %` */
  share(part: number, whole: number): string
  mean(value: number, decimals?: number): string
  date(date: string): string
  day(date: string): string
  list(items: string[]): string
}

const known = new Map<string, Numbers>()

/** Formats are dear to make and cheap to use, so each language's are made once. */
export function numbersIn(language: string): Numbers {
  const numbers = known.get(language) ?? makeNumbers(language)
  known.set(language, numbers)
  return numbers
}

function makeNumbers(language: string): Numbers {
  const locale = language === 'en' ? 'en-GB' : language
  const whole = new Intl.NumberFormat(locale)
  const percent = decimals(locale, 1, { style: 'percent' })
  const means = [decimals(locale, 0), decimals(locale, 1), decimals(locale, 2)]
  const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return {
    count: (value) => whole.format(value),
    share: (part, of) => percent.format(of === 0 ? 0 : part / of),
    mean: (value, places = 2) => means[places]!.format(value),
    date: (date) => longDate(date, language),
    day: (date) => short.format(new Date(date)),
    list: (items) => listOf(items, language),
  }
}

const decimals = (locale: string, places: number, more: Intl.NumberFormatOptions = {}) =>
  new Intl.NumberFormat(locale, {
    ...more,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
