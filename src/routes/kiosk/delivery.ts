import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Sealing } from '../../sealing.ts'
import { isDate } from '../../survey/calendar.ts'
import type { KnownDevice } from '../../survey/tablets/device.ts'
import { takenFrom } from '../../survey/tablets/grace.ts'
import {
  type Delivered,
  type KioskAnswers,
  MOST_AT_ONCE,
  type Sealed,
  type SealedItem,
} from '../../survey/tablets/kiosk.ts'
import { idPattern } from '../../survey/response.ts'
import { unseal } from '../../survey/tablets/seal.ts'
import type { Deps } from '../deps.ts'
import {
  answers,
  type Dating,
  faultsOf,
  idOf,
  keepSending,
  type Outcome,
  refused,
  refusedIds,
} from '../sending.ts'
import type { DeviceOf, Kiosk } from './kiosk.ts'

const LARGEST = 1024 * 1024

const sealed = z.object({
  to: z.string().max(64),
  from: z.string().max(200),
  words: z.string().max(LARGEST),
}) satisfies z.ZodType<Sealed>

const item = z.object({
  id: z.string().regex(idPattern),
  answeredOn: z.string().refine(isDate, 'must be a date'),
  sealed,
}) satisfies z.ZodType<SealedItem>

const inside = z.object({
  id: z.string(),
  survey: z.string(),
  questionnaire: z.int(),
  site: z.string().max(40),
  language: z.string(),
  answers,
}) satisfies z.ZodType<KioskAnswers>

/** Sealed answers from a tablet; each gets its own outcome. */
export function deliveryRoute(kiosk: Kiosk, deps: Deps, sealing: Sealing, deviceOf: DeviceOf) {
  const { store, live, config, log } = deps
  kiosk.post(
    '/responses',
    {
      bodyLimit: LARGEST,
      // The token comes first: nobody else's megabytes are read.
      onRequest: async (request) => void (await deviceOf(request)),
      config: { rateLimit: { max: config.sendsPerMinute } },
      schema: { body: z.object({ items: z.array(z.unknown()).max(MOST_AT_ONCE) }) },
    },
    async (request): Promise<Delivered> => {
      const device = await deviceOf(request as FastifyRequest)
      const outcomes = await Promise.all(request.body.items.map((one) => keep(device, one)))
      const results = outcomes.filter((outcome) => outcome !== undefined)
      await store.countRefused(device.id, refusedIds(results))
      return { results }
    },
  )

  /** Undefined where nothing can be said of it yet: the tablet keeps it. */
  async function keep(device: KnownDevice, given: unknown): Promise<Outcome | undefined> {
    const read = item.safeParse(given)
    if (!read.success) return refused(idOf(given), faultsOf(read.error))
    const { id, answeredOn, sealed } = read.data
    const privateKey = await sealing.privateKey(sealed.to)
    if (privateKey === 'gone') return refused(id, 'sealed with a key that is gone')
    if (privateKey === 'locked') {
      const key = sealed.to
      log.error({ key }, 'SVAR_SECRET does not open a sealing key: answers wait on tablets for it')
      return undefined
    }
    const opened = await unseal(privateKey, id, sealed).catch(() => undefined)
    if (opened === undefined) return refused(id, 'the seal does not open')
    const { data, error } = inside.safeParse(opened)
    if (!data) return refused(id, faultsOf(error))
    if (data.id !== id) return refused(id, 'sealed for another id')
    const own = await store.surveyOf(device.organisation, data.survey)
    const survey = own && (await store.issued(data.survey))
    if (!survey) return refused(id, 'survey unknown')
    const dating: Dating = (...asked) => takenFrom(device, ...asked)
    const outcome = await keepSending(
      deps,
      survey,
      { ...data, channel: 'kiosk', answeredOn },
      dating,
    )
    if (outcome.outcome === 'kept') live.announce(survey.id)
    return outcome
  }
}
