import type { Words } from '../../../i18n.ts'
import type { Content } from '../../../survey/questionnaire.ts'
import { minutes } from '../../citizen/about.tsx'
import { link } from '../../link.ts'
import { longDate, numberWord } from '../../speech.ts'

interface Setting {
  content: Content
  organisation: string
  /** where citizens find us */
  origin: string
  language: string
  words: Words
}

/** What stands on the poster of a site (none: of the survey as a whole) in a language. */
export function posterWords(setting: Setting, id?: string) {
  const { content, organisation, origin, language, words } = setting
  const { closes, sites } = content
  const site = id === undefined ? undefined : sites.find((one) => one.id === id)
  const count = minutes(content.questions)
  const number = numberWord(count, language, words)
  const said = { organisation, minutes: words('citizen:about.minutes', { count, number }) }
  const address = codeAddress(setting, id)
  const name = site && (nameIn(site.name, content.languages, language) ?? site.id)
  return {
    language,
    title: nameIn(content.title, content.languages, language) ?? content.id,
    organisation,
    lead: words('sites:poster.lead', said),
    steps: ['camera', 'point', 'answer'].map((step) => words(`sites:poster.step.${step}`)),
    or: words('sites:poster.or'),
    address: typedAddress(origin, content.id, id),
    link: address,
    alt: words('sites:poster.alt', { address }),
    ...(name && { site: name }),
    ...(closes && {
      until: words('sites:poster.until', {
        date: longDate(closes, language).replaceAll(' ', '\u00a0'),
      }),
    }),
  }
}

/** Where a code leads: to the site, in the poster's language. */
export const codeAddress = (
  { content, origin, language }: Pick<Setting, 'content' | 'origin' | 'language'>,
  site?: string,
): string =>
  origin +
  link(`/s/${content.id}`, {
    site,
    lang: content.languages.length > 1 ? language : undefined,
  })

/** The same place as one types it: browsers add the rest. */
const typedAddress = (origin: string, survey: string, site?: string) =>
  `${origin.replace(/^https?:\/\//, '')}${link(`/s/${survey}`, { site })}`

function nameIn(text: Record<string, string>, languages: string[], language: string) {
  const first = languages.find((one) => text[one])
  return text[language] ?? text[first ?? '']
}
