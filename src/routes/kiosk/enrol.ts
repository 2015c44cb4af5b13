import { z } from 'zod'
import type { Sealing } from '../../sealing.ts'
import { hashSecret, makeSecret } from '../../secrets.ts'
import { readCode } from '../../survey/tablets/enrol-code.ts'
import type { Enrolled } from '../../survey/tablets/kiosk.ts'
import { Problem } from '../../survey/problem.ts'
import type { Deps } from '../deps.ts'
import type { Kiosk } from './kiosk.ts'
import { replyTo, setupOf } from './setup.ts'

/**
 * A house full of tablets is enrolled from one address. Not counted over all: that would let anyone
 * shut everyone out, and of 8·10¹¹ codes guessing finds none of the few that wait for minutes.
 */
const TRIES_PER_MINUTE = 20

/** A code from the office becomes the tablet's token. */
export function enrolRoute(kiosk: Kiosk, deps: Deps, sealing: Sealing) {
  kiosk.post(
    '/enrol',
    {
      bodyLimit: 1024,
      config: { rateLimit: { max: TRIES_PER_MINUTE } },
      schema: { body: z.object({ code: z.string().max(100) }) },
    },
    async (request): Promise<Enrolled> => {
      const code = readCode(request.body.code)
      const token = makeSecret()
      const now = deps.clock()
      const device = code && (await deps.store.enrol(hashSecret(code), hashSecret(token), now))
      if (!device) throw new Problem('unknown', ['the code is unknown, used or over its time'])
      return { token, reply: await replyTo(deps, sealing, device, await setupOf(deps, device)) }
    },
  )
}
