import type { FastifyInstance, FastifyRequest } from 'fastify'
import { describedResults } from '../../export/catalog.ts'
import { codesCsv } from '../../export/codes.ts'
import { resultsFeed } from '../../export/feed.ts'
import { resultsPage } from '../../pages/citizen/results/results.tsx'
import type { ResultsView } from '../../pages/citizen/results/view.ts'
import { withdrawnPage } from '../../pages/citizen/results/withdrawn.tsx'
import type { IssuedSurvey } from '../../store/store.ts'
import { localDate } from '../../survey/calendar.ts'
import { Problem } from '../../survey/problem.ts'
import { newsOf } from '../../survey/publication/news.ts'
import { pickedQuestionnaire } from '../../survey/publication/published.ts'
import type { Deps } from '../deps.ts'
import { type Fresh, freshOf, sendFresh } from '../fresh.ts'
import { makePublished } from '../published.ts'
import type { Face } from './face.ts'
import { sendPage } from './send-page.ts'

type Asked = FastifyRequest<{ Params: { survey: string } }>

/** So many pages are kept made. */
const REMEMBERED = 50

/** Published results: as a page, for catalogues, as a feed, and what their codes mean. */
export function resultsPageRoutes(app: FastifyInstance, deps: Deps, face: Face) {
  const published = makePublished(deps)
  const pages = new Map<string, { view: string; page: Fresh }>()

  app.get('/s/:survey/results', async (request: Asked, reply) => {
    const { survey, view, step } = await find(request)
    const language = face.languageOf(request, undefined, survey)
    const frame = face.resultsFrame(language, `/s/${survey.id}/results`, survey)
    face.resultsHeaders(reply, language, survey)
    if (view) return sendFresh(request, reply, pageOf(language, view, survey))
    const { dates, questionnaire } = survey
    const on = localDate(Date.parse(step.at), dates.timeZone)
    const page = withdrawnPage(frame, { questionnaire, on, reason: step.note })
    return sendPage(reply.code(410), page)
  })

  app.get('/s/:survey/results.jsonld', async (request: Asked, reply) => {
    const { survey, view, step, first } = await open(request)
    const one = { survey, edition: view.edition, first: first.at, last: step.at }
    const described = describedResults(published.address, [one], `#${survey.id}`)
    reply.type('application/ld+json').headers(forMachines)
    return sendFresh(request, reply, freshOf(JSON.stringify(described)))
  })

  app.get('/s/:survey/codes.csv', async (request: Asked, reply) => {
    const { survey, view } = await open(request)
    const { edition, release } = view
    const questionnaire = pickedQuestionnaire(view.questionnaire, edition)
    const wordsIn = (language: string) => face.frame(language, '').words
    reply.type('text/csv; charset=utf-8').headers({
      ...forMachines,
      'content-disposition': `attachment; filename="${survey.id}-codes.csv"`,
    })
    return sendFresh(request, reply, freshOf(codesCsv({ questionnaire, release, wordsIn })))
  })

  app.get('/s/:survey/results.atom', async (request: Asked, reply) => {
    const { survey, view, news } = await open(request)
    const language = face.languageOf(request, undefined, survey)
    const { words } = face.frame(language, '')
    reply.type('application/atom+xml; charset=utf-8').headers({
      ...forMachines,
      'content-language': language,
      vary: 'Accept-Language, Accept-Encoding',
    })
    const feed = resultsFeed({ address: published.address, language, words, survey, view, news })
    return sendFresh(request, reply, freshOf(feed))
  })

  /** What stands of the results of an address: the view of it, or that it was withdrawn. */
  async function find(request: Asked) {
    const { survey, standing, published: all } = await published.find(request.params.survey)
    if (standing.state === 'withdrawn') return { survey, step: standing.last }
    const { edition, first, last: step } = standing
    const view = await published.view(survey, edition, all)
    return { survey, view, first, step, news: newsOf(all.steps, all.undertakings) }
  }

  /** For those who cannot read why it was withdrawn. */
  async function open(request: Asked) {
    const found = await find(request)
    if (!found.view) throw new Problem('closed')
    return found
  }

  /** Made once for each view that there is. */
  function pageOf(language: string, view: ResultsView, survey: IssuedSurvey): Fresh {
    const key = `${survey.id} ${language}`
    const mark = JSON.stringify([view, survey.organisation])
    const known = pages.get(key)
    if (known?.view === mark) return known.page
    const frame = face.resultsFrame(language, `/s/${survey.id}/results`, survey)
    const page = freshOf(resultsPage(frame, view))
    pages.delete(key)
    pages.set(key, { view: mark, page })
    if (pages.size > REMEMBERED) pages.delete(pages.keys().next().value!)
    return page
  }
}

/** What machines read may be fetched from other sites, and runs nothing. */
const forMachines = {
  'access-control-allow-origin': '*',
  'content-security-policy': "default-src 'none'; sandbox",
  vary: 'Accept-Encoding',
}
