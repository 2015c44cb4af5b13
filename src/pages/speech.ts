import type { Words } from '../i18n.ts'
import type { Text } from '../survey/questionnaire.ts'

/** English as it is written here, not in America. */
export const localeOf = (language: string) => (language === 'en' ? 'en-GB' : language)

const dates = new Map<string, Intl.DateTimeFormat>()

/** A local date in words, e.g. "31 augusti 2026". */
export function longDate(date: string, language: string): string {
  let format = dates.get(language)
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' })
    dates.set(language, format)
  }
  const day = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? date : format.format(day)
}

const days = new Map<string, Intl.DateTimeFormat>()

/** A local date with its weekday, e.g. "måndag 31 augusti 2026". */
export function weekdayDate(date: string, language: string): string {
  const format =
    days.get(language) ??
    new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' })
  days.set(language, format)
  return format.format(new Date(`${date}T00:00:00Z`))
}

export const figures = (number: number, language: string) =>
  number.toLocaleString(localeOf(language))

/** A number in running text: a word up to ten. */
export const numberWord = (number: number, language: string, words: Words) =>
  Number.isInteger(number) && number >= 1 && number <= 10
    ? words(`number.${number}`)
    : figures(number, language)

export const listOf = (
  items: string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
) => new Intl.ListFormat(localeOf(language), { type }).format(items)

export const capitalised = (text: string, language: string) =>
  text.charAt(0).toLocaleUpperCase(language) + text.slice(1)

/** The words of a text in a language; '' where a draft still lacks them. */
export const said = (text: Text | undefined, language: string) => text?.[language] ?? ''
