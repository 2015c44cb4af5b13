import Negotiator from 'negotiator'

/** Browsers send few different headers; what is chosen for one is remembered, within bounds. */
const REMEMBERED = 1000
const chosen = new Map<string, string>()

/** The language of a reply: asked for, else preferred by the browser, else the first. */
export function chooseLanguage(
  languages: string[],
  asked: unknown,
  acceptLanguage: string | undefined,
): string {
  if (typeof asked === 'string' && languages.includes(asked)) return asked
  if (!acceptLanguage || acceptLanguage.length > 200) return languages[0]!
  const key = `${languages.join()} ${acceptLanguage}`
  const known = chosen.get(key)
  if (known) return known
  const headers = { 'accept-language': acceptLanguage }
  const language = new Negotiator({ headers }).languages(languages)[0] ?? languages[0]!
  if (chosen.size >= REMEMBERED) chosen.clear()
  chosen.set(key, language)
  return language
}
