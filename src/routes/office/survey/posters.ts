import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { postersPdf } from '../../../export/poster/pdf.ts'
import { qrPng, qrSvg } from '../../../export/qr.ts'
import { codeAddress, posterWords } from '../../../pages/office/survey/poster-words.ts'
import { type PosterFault, postersPage } from '../../../pages/office/survey/posters.tsx'
import type { Survey } from '../../../store/store.ts'
import { accentPair } from '../../../survey/color/accent.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import { registeredFrom } from '../../../survey/sites/register.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'
import { originOf } from '../../origin.ts'
import { sorted } from '../sites/known-sites.ts'
import { makeOwnSurvey } from './own-survey.ts'
import { lettersLacking, printablePoster } from './poster-letters.ts'
import { pdfLogo } from './pdf-logo.ts'
import { askedIn, sitesChosen } from './posters-asked.ts'
import { userOf } from '../session.ts'

type Asked = FastifyRequest<{ Params: { survey: string } }>

const forPosters = { config: { right: 'surveys.open' } } as const

/** So many sites are listed at a time. */
const LISTED = 50

/** Posters with a code for each site, to be printed; and the codes alone. */
export function posterRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store } = deps
  const ownSurvey = makeOwnSurvey(deps, face)

  office.get('/surveys/:survey/posters', forPosters, async (request: Asked, reply) =>
    show(request, reply),
  )

  office.get('/surveys/:survey/posters.pdf', forPosters, async (request: Asked, reply) => {
    const survey = await load(request)
    const { content, organisation, groups } = survey
    const asked = askedIn(request.query as Fields, content)
    const chosen = sitesChosen(asked, content, groups)
    if (asked.languages.length === 0) return show(request, reply, { code: 'languages' })
    if (!chosen) return show(request, reply, { code: 'sites' })
    const order = sorted(content.sites.map(registeredFrom), asked.languages[0]!).map(({ id }) => id)
    const sites = order.filter((id) => chosen.has(id))
    const origin = originOf(request, deps)
    const setting = (language: string) => ({
      content,
      organisation: organisation.name,
      origin,
      language,
      words: deps.interface.words(language),
    })
    const settings = asked.languages.map(setting)
    const lacking = await lettersLacking(settings, sites)
    if (lacking) return show(request, reply, { code: 'letters', ...lacking })
    const print = await printablePoster()
    const places = sites.length > 0 ? sites : [undefined]
    const pages = function* () {
      for (const site of places) for (const each of settings) yield print(posterWords(each, site))
    }
    const logo = await pdfLogo(store, organisation)
    const [first] = settings
    const file = postersPdf(pages(), {
      size: asked.size,
      title: print(posterWords(first!)).title,
      language: asked.languages[0]!,
      accent: accentPair(organisation.accent).light,
      ...(logo && { logo }),
    })
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${content.id}-${asked.size}.pdf"`)
      .send(Readable.from(file))
  })

  for (const [ending, type] of [
    ['svg', 'image/svg+xml'],
    ['png', 'image/png'],
  ] as const) {
    office.get(`/surveys/:survey/qr.${ending}`, forPosters, async (request: Asked, reply) => {
      const { content } = await load(request)
      const query = request.query as Fields
      const site = one(query, 'site')
      const wished = one(query, 'language')
      const language = content.languages.find((one) => one === wished) ?? content.languages[0]!
      if (site !== '' && !content.sites.some(({ id }) => id === site)) throw new Problem('unknown')
      const origin = originOf(request, deps)
      const address = codeAddress({ content, origin, language }, site || undefined)
      const name = [content.id, site, language].filter(Boolean).join('-')
      return reply
        .type(type)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${name}.${ending}"`)
        .send(ending === 'svg' ? qrSvg(address, address) : qrPng(address))
    })
  }

  async function show(request: Asked, reply: FastifyReply, fault?: PosterFault) {
    const { frame, facts, survey } = await ownSurvey(request, reply)
    const { content, groups } = await withGroups(survey)
    const asked = askedIn(request.query as Fields, content)
    const all = sorted(content.sites.map(registeredFrom), frame.language)
    const words = asked.q.toLowerCase()
    const found = all.filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(words))
    if (fault) reply.code(422)
    return reply.send(
      postersPage(frame, {
        content,
        facts,
        address: deps.config.baseUrl ? undefined : originOf(request, deps),
        groups,
        asked,
        found: found.length,
        listed: found.slice(0, LISTED).map(({ id }) => id),
        ...(fault && { fault }),
      }),
    )
  }

  async function load(request: Asked) {
    const { organisation: owner } = userOf(request)
    const survey = await store.surveyOf(owner, request.params.survey)
    if (!survey) throw new Problem('unknown')
    return withGroups(survey)
  }

  async function withGroups({ questionnaire, draft, organisation }: Survey) {
    const owner = organisation.id
    const content = questionnaire ?? draft
    const own = new Set(content.sites.map(({ id }) => id))
    const sites = (await store.sites(owner)).filter(({ id }) => own.has(id))
    const groups = (await store.siteGroups(owner))
      .map((group) => ({
        ...group,
        sites: sites.filter((site) => site.group === group.id).map(({ id }) => id),
      }))
      .filter((group) => group.sites.length > 0)
    return { content, organisation, groups }
  }
}
