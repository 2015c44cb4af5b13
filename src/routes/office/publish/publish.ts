import type { FastifyInstance, FastifyReply } from 'fastify'
import { resultsPage } from '../../../pages/citizen/results/results.tsx'
import {
  publishingDoings,
  publishPage,
  type PublishView,
} from '../../../pages/office/publish/publish.tsx'
import type { ThemeNumbers } from '../../../pages/office/figures/themes-figure.tsx'
import type { IssuedSurvey } from '../../../store/store.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import {
  draftFaults,
  editionFaults,
  SENTENCE_LONGEST,
  textFaults,
} from '../../../survey/publication/faults.ts'
import { offeredThemes } from '../../../survey/publication/picked-themes.ts'
import {
  type Edition,
  type PickedThemes,
  standingOf,
  type Step,
} from '../../../survey/publication/publication.ts'
import { newestOf } from '../../../survey/publication/undertaking.ts'
import type { Fields } from '../../../survey/response.ts'
import { waitingFor } from '../../../survey/tablets/waiting.ts'
import { makeFace } from '../../citizen/face.ts'
import type { Deps } from '../../deps.ts'
import { makePublished } from '../../published.ts'
import type { OfficeFace } from '../face.ts'
import { type Asked, makeOwnSurvey, toSurvey } from '../survey/own-survey.ts'
import { actOf, userOf } from '../session.ts'
import { numberIn } from '../survey/survey-open.ts'
import { themeNumbers } from '../dashboard/theme-numbers.ts'
import { editionIn, textIn, wholeEdition } from './fields.ts'
import { undertakingRoutes } from './undertakings.ts'

const publishing = { config: { right: 'publish' } } as const

/** Publishing the results of a survey: drafted, looked through, published, amended, withdrawn. */
export function publishRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock } = deps
  const ownSurvey = makeOwnSurvey(deps, face)
  const published = makePublished(deps)
  const citizen = makeFace(deps)
  const path = '/surveys/:survey/publish'

  office.get(path, publishing, async (request: Asked, reply) => {
    const asked = one(request.query as Fields, 'done')
    const done = publishingDoings.find((name) => name === asked)
    return send(request, reply, { done })
  })

  office.post(path, publishing, async (request: Asked, reply) => {
    const { organisation, id, survey } = await load(request, reply)
    const offered = await offeredIn(survey)
    const quotable = await quotableOf(survey)
    const edition = editionIn(bodyOf(request), survey.questionnaire, quotable, offered)
    const faults = draftFaults(edition, survey.questionnaire.languages)
    if (faults.length > 0) return send(request, reply.code(422), { faults, given: edition })
    const draft = { revision: numberIn(request, 'revision'), edition }
    const outcome = await store.saveEdition(organisation, id, draft, actOf(request, clock))
    if (outcome !== 'moved') return toSurvey(request, reply, 'publish', 'saved')
    return send(request, reply.code(409), { moved: true, given: edition })
  })

  office.get(`${path}/preview`, publishing, async (request: Asked, reply) => {
    const { organisation, id, survey } = await load(request, reply)
    const draft = await store.editionDraft(organisation, id)
    if (!draft || !survey.final) return toSurvey(request, reply, 'publish')
    const view = await published.view(survey, draft.edition, await store.published(id))
    const language = citizen.languageOf(request, undefined, survey)
    citizen.resultsHeaders(reply, language, survey)
    return resultsPage(citizen.resultsFrame(language, request.url.split('?')[0]!, survey), view)
  })

  office.post(`${path}/publication`, publishing, async (request: Asked, reply) => {
    const { organisation, id, survey } = await load(request, reply)
    const { steps } = await store.published(id)
    const amends = standingOf(steps).state === 'published'
    const { languages } = survey.questionnaire
    const note = textIn(bodyOf(request), 'note', languages)
    const seen = numberIn(request, 'seen')
    const isNext = amends && seen === steps.length
    const draft = await store.editionDraft(organisation, id)
    const faults = [
      ...(draft ? editionFaults(draft.edition, languages) : []),
      ...(isNext ? textFaults('note', note, languages, SENTENCE_LONGEST) : []),
    ]
    if (faults.length > 0) return send(request, reply.code(422), { faults, note })
    const step = { seen, note: amends ? note : {}, revision: numberIn(request, 'revision') }
    const outcome = await store.publish(organisation, id, step, actOf(request, clock))
    if (outcome !== 'moved') return toSurvey(request, reply, 'publish', 'published')
    return send(request, reply.code(409), { moved: true, note })
  })

  office.post(`${path}/withdrawal`, publishing, async (request: Asked, reply) => {
    const { organisation, id, survey } = await load(request, reply)
    const { languages } = survey.questionnaire
    const reason = textIn(bodyOf(request), 'reason', languages)
    const faults = textFaults('reason', reason, languages, SENTENCE_LONGEST)
    if (faults.length > 0) return send(request, reply.code(422), { faults, reason })
    const step = { seen: numberIn(request, 'seen'), note: reason }
    const outcome = await store.withdraw(organisation, id, step, actOf(request, clock))
    if (outcome !== 'moved') return toSurvey(request, reply, 'publish', 'withdrawn')
    return send(request, reply.code(409), { moved: true, reason })
  })

  undertakingRoutes(office, deps, load)

  /** An own survey that has been issued; of others there is nothing to publish. */
  async function load(request: Asked, reply: FastifyReply) {
    const loaded = await ownSurvey(request, reply)
    const { survey } = loaded
    if (!survey.questionnaire) throw new Problem('unknown')
    return { ...loaded, survey: survey as IssuedSurvey }
  }

  async function send(request: Asked, reply: FastifyReply, more: Partial<PublishView>) {
    const { frame, organisation, id, survey, facts, nameOf } = await load(request, reply)
    const { steps, undertakings } = await store.published(id)
    const standing = standingOf(steps)
    const draft = await store.editionDraft(organisation, id)
    const release = await store.release(organisation, id)
    const bySite = release?.groups.some(({ by }) => by === 'site') ?? false
    const stands = standing.state === 'published' ? standing.edition : undefined
    return reply.send(
      publishPage(
        { ...frame, path: `/office/surveys/${encodeURIComponent(id)}/publish` },
        {
          facts,
          questionnaire: survey.questionnaire,
          final: survey.final,
          earliest: heldFor(survey),
          heldUp: survey.final ? undefined : await heldUpOf(request, survey),
          tells: deps.config.mail !== undefined && !(await deps.subscriptions.hasEnded(id)),
          bySite,
          standing,
          seen: steps.length,
          draft,
          given: draft?.edition ?? stands ?? wholeEdition(survey.questionnaire, bySite),
          note: {},
          reason: {},
          quotable: await quotableOf(survey),
          offered: await offeredIn(survey),
          undertakings: newestOf(undertakings),
          past: pastOf(steps, nameOf),
          faults: [],
          ...more,
        },
      ),
    )
  }

  function heldFor({ dates: { heldUntil } }: IssuedSurvey) {
    const until = heldUntil === undefined ? 0 : Date.parse(heldUntil)
    return until > clock() ? until : undefined
  }

  async function heldUpOf(request: Asked, { questionnaire, dates }: IssuedSurvey) {
    const { organisation, sites } = userOf(request)
    const devices = (await store.devices(organisation)).filter(
      ({ site }) => sites.length === 0 || sites.includes(site),
    )
    return waitingFor(questionnaire, dates, devices, clock())
  }

  async function offeredIn({ id, organisation, questionnaire, final }: IssuedSurvey) {
    const release = final ? await store.release(organisation.id, id) : undefined
    if (!release) return []
    const numbers = await themeNumbers(store, organisation.id, questionnaire, release, [])
    const draft = await store.editionDraft(organisation.id, id)
    return offeredThemes(pickableThemes(numbers), draft?.edition.themes)
  }

  async function quotableOf({ id, organisation, final }: IssuedSurvey) {
    if (!final) return []
    const found = await store.comments(organisation.id, id)
    return (found?.comments ?? []).filter(({ quotable, hiding }) => quotable && !hiding)
  }
}

/** Fields of which some are sorted. */
const pickableThemes = (numbers: ThemeNumbers | undefined): PickedThemes[] =>
  Object.entries(numbers?.counts ?? {}).flatMap(([field, [all]]) =>
    numbers && all && all.n > all.unsorted
      ? [{ field, themes: numbers.themes, all, sample: numbers.sample }]
      : [],
  )

const bodyOf = (request: Asked) => (request.body ?? {}) as Fields

const pastOf = (steps: Step[], nameOf: (by: string) => string) =>
  steps
    .map(({ number, what, by, at, note }, index) => {
      const before: Edition | null = steps[index - 1]?.edition ?? null
      const amends = what === 'publish' && before !== null
      return { what: amends ? ('amend' as const) : what, number, name: nameOf(by), at, note }
    })
    .toReversed()
