import Negotiator from 'negotiator'

/** The language of a reply: asked for, else preferred by the browser, else the first. */
export function chooseLanguage(
  languages: string[],
  asked: unknown,
  acceptLanguage: string | undefined,
): string {
  if (typeof asked === 'string' && languages.includes(asked)) return asked
  if (acceptLanguage && acceptLanguage.length < 500) {
    const headers = { 'accept-language': acceptLanguage }
    const [preferred] = new Negotiator({ headers }).languages(languages)
    if (preferred) return preferred
  }
  return languages[0]!
}
