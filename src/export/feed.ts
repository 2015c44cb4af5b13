import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Edition } from '../survey/publication/publication.ts'
import type { News } from '../survey/publication/news.ts'
import type { UndertakingVersion } from '../survey/publication/undertaking.ts'
import type { Organisation } from '../survey/organisation.ts'
import type { Questionnaire, Text } from '../survey/questionnaire.ts'

interface Source {
  address: string
  language: string
  words: (key: string, values?: Record<string, string | number>) => string
  survey: { questionnaire: Questionnaire; organisation: Organisation }
  view: { edition: Edition; undertakings: UndertakingVersion[] }
  /** newest first */
  news: News[]
}

/**
 * What there is to tell of results, as Atom (RFC 4287) in one language. The ids of entries are
 * addresses that stay; what is amended has the same id and another `updated`.
 */
export function resultsFeed(source: Source): string {
  const { address, language, words, survey, news } = source
  const { questionnaire, organisation } = survey
  const title = words('publishing:page.title', { title: said(questionnaire.title, language) })
  const page = `${address}/s/${questionnaire.id}/results`
  const here = `${page}.atom?lang=${language}`
  const feed = h(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    h('id', null, here),
    h('title', null, title),
    h('updated', null, news[0]!.at),
    h('author', null, h('name', null, organisation.name)),
    h('link', { rel: 'self', type: 'application/atom+xml', href: here }),
    h('link', { rel: 'alternate', type: 'text/html', href: `${page}?lang=${language}` }),
    ...news.map((one) => entryOf(source, one, title)),
  )
  return `<?xml version="1.0" encoding="utf-8"?>\n${renderToString(feed)}`
}

function entryOf({ address, language, words, survey, view }: Source, news: News, title: string) {
  const place = news.what === 'results' ? '' : `#did-${news.id}`
  const at = `${address}/s/${survey.questionnaire.id}/results?lang=${language}${place}`
  const told = view.undertakings.find(({ id }) => id === news.id)?.body
  const state = told && words(`publishing:did.state.${told.state}`)
  return h(
    'entry',
    null,
    h('id', null, at),
    h('title', null, told ? `${state}: ${said(told.said, language)}` : title),
    h('published', null, news.since),
    h('updated', null, news.at),
    h('link', { rel: 'alternate', type: 'text/html', href: at }),
    h('summary', null, said(told ? told.did : view.edition.summary, language)),
  )
}

const said = (text: Text, language: string) => text[language] ?? ''
