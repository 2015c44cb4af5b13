import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Sealing } from '../../sealing.ts'
import { isDate } from '../../survey/calendar.ts'
import type { Heartbeat, HeartbeatReply } from '../../survey/tablets/kiosk.ts'
import type { Deps } from '../deps.ts'
import type { DeviceOf, Kiosk } from './kiosk.ts'
import { replyTo, setupOf } from './setup.ts'

const size = z.int().nonnegative()

const heartbeat = z.object({
  version: z.string().max(40),
  clock: z.number(),
  survey: z.string().max(40),
  queued: size,
  oldest: z.string().refine(isDate, 'must be a date').nullable(),
  storageLeft: z.number().nullable(),
  setup: z.string().max(64),
}) satisfies z.ZodType<Heartbeat>

/** A tablet says how it is, and hears what it needs to know. */
export function heartbeatRoute(kiosk: Kiosk, deps: Deps, sealing: Sealing, deviceOf: DeviceOf) {
  const { store, clock, config } = deps
  kiosk.post(
    '/heartbeat',
    {
      bodyLimit: 4096,
      onRequest: async (request) => void (await deviceOf(request)),
      config: { rateLimit: { max: config.sendsPerMinute } },
      schema: { body: heartbeat },
    },
    async (request): Promise<HeartbeatReply> => {
      const device = await deviceOf(request as FastifyRequest)
      const setup = await setupOf(deps, device)
      const current = setup.tag === request.body.setup
      await store.heard(device.id, { ...request.body, current }, clock())
      return replyTo(deps, sealing, device, current ? undefined : setup)
    },
  )
}
