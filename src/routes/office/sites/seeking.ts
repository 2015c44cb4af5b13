import type { FastifyRequest } from 'fastify'
import { one } from '../../../survey/fields.ts'
import type { Fields } from '../../../survey/response.ts'

/**
 * What someone looks for among sites, in the form that they are chosen in. Words that were typed
 * and not looked for yet are looked for first, whichever button was pressed: saved without them,
 * "no site" could mean all.
 */
export function seekingIn(request: FastifyRequest, name: string) {
  const fields = (request.body ?? {}) as Fields
  const sought = one(fields, `seek-${name}`).slice(0, 100)
  const isNew = one(fields, 'find') === name || sought !== one(fields, `sought-${name}`)
  return { sought, isSeeking: isNew }
}
