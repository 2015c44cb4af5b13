import { link } from '../../link.ts'
import { said } from '../../speech.ts'
import { localeOf } from '../../speech.ts'
import { dataPath } from './open-data.tsx'
import type { ResultsProps } from './view.ts'

/** Search results and shared links show about so much. */
const DESCRIBED = 200

/** What those read who meet the page as a link: people, search engines, collectors of open data. */
export function ResultsHead({ frame, view, title }: ResultsProps & { title: string }) {
  const { language, languages, words, organisation } = frame
  const { questionnaire, edition, address } = view
  const at = (query: Record<string, string> = {}) =>
    link(`${address}/s/${questionnaire.id}/results`, query)
  const name = words('publishing:page.title', { title })
  const description = shortened(said(edition.summary, language))
  const data = dataPath(questionnaire.id)
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:title" content={name} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={at({ lang: language })} />
      <meta property="og:locale" content={localeOf(language).replace('-', '_')} />
      <meta property="og:site_name" content={organisation?.name ?? words('service')} />
      <link rel="canonical" href={at({ lang: language })} />
      {languages.map((one) => (
        <link key={one} rel="alternate" hreflang={one} href={at({ lang: one })} />
      ))}
      <link
        rel="alternate"
        type="application/atom+xml"
        title={name}
        href={link(data.feed, { lang: language })}
      />
      <link rel="alternate" type="application/ld+json" href={data.description} />
    </>
  )
}

/** Whole words of the first paragraph. */
function shortened(text: string): string {
  const first = text
    .split(/\n\s*\n/)[0]!
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (first.length <= DESCRIBED) return first
  const cut = first.slice(0, DESCRIBED)
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || DESCRIBED).trim()}…`
}
