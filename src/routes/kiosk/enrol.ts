import { z } from 'zod'
import type { Sealing } from '../../sealing.ts'
import { hashSecret, makeSecret } from '../../secrets.ts'
import { CODE_HOLDS, readCode } from '../../survey/enrol-code.ts'
import type { Enrolled } from '../../survey/kiosk.ts'
import { Problem } from '../../survey/problem.ts'
import type { Deps } from '../deps.ts'
import type { Kiosk } from './kiosk.ts'
import { replyTo } from './setup.ts'

/** A house full of tablets is enrolled from one address. */
const TRIES_PER_MINUTE = 20
/** From everywhere, while a code holds: of 8·10¹¹ codes nobody finds one of the few that wait. */
const WRONG_MOST = 300

/** A code from the office becomes the tablet's token. */
export function enrolRoute(kiosk: Kiosk, deps: Deps, sealing: Sealing) {
  const wrong = makeWrong(deps.clock)
  kiosk.post(
    '/enrol',
    {
      bodyLimit: 1024,
      config: { rateLimit: { max: TRIES_PER_MINUTE } },
      schema: { body: z.object({ code: z.string().max(100) }) },
    },
    async (request): Promise<Enrolled> => {
      wrong.refuseMany()
      const code = readCode(request.body.code)
      const token = makeSecret()
      const now = deps.clock()
      const device = code && (await deps.store.enrol(hashSecret(code), hashSecret(token), now))
      if (!device) {
        wrong.count()
        throw new Problem('unknown', ['the code is unknown, used or over its time'])
      }
      return { token, reply: await replyTo(deps, sealing, device, '') }
    },
  )
}

/** Wrong codes of everyone, in windows as long as a code holds. */
function makeWrong(clock: () => number) {
  let from = -Infinity
  let counted = 0
  return {
    refuseMany() {
      const now = clock()
      if (Math.abs(now - from) >= CODE_HOLDS) {
        from = now
        counted = 0
      }
      if (counted < WRONG_MOST) return
      throw new Problem('too-many', [], Math.ceil((from + CODE_HOLDS - now) / 1000))
    },
    count() {
      counted += 1
    },
  }
}
