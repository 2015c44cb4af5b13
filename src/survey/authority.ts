/** Who supervises data protection in a country of the service, by its language. */
export type Authority = 'sv' | 'da' | 'unknown'

export const authorityPages: Record<Authority, string[]> = {
  sv: ['https://www.imy.se'],
  da: ['https://www.datatilsynet.dk'],
  unknown: ['https://www.imy.se', 'https://www.datatilsynet.dk'],
}

const zones: Record<string, Authority> = { 'Europe/Stockholm': 'sv', 'Europe/Copenhagen': 'da' }

/** By the survey's own zone: a Swedish survey that is answered in Danish is still Sweden's. */
export const authorityOf = (timeZone: string): Authority => zones[timeZone] ?? 'unknown'
