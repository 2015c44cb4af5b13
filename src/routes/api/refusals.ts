import { z } from 'zod'

const refusal = z.object({
  error: z.string().describe('a word for programs, which stays the same'),
  reasons: z.array(z.string()).describe('for whoever reads the log'),
})

/** What every door for machines may refuse with, as JSON. */
export const refusals = {
  400: refusal.describe('what came cannot be read, or a field of it is malformed'),
  401: refusal.describe('there is no token, or an unknown one (`WWW-Authenticate: Bearer`)'),
  403: refusal.describe('the token is for something else'),
  404: refusal.describe("there is no such thing, or it is another organisation's"),
  503: refusal.describe('the store cannot promise now; try again after `Retry-After` seconds'),
}

/** Beside those, what a door that takes something in may refuse with. */
export const sendingRefusals = {
  ...refusals,
  413: refusal.describe('too much at once'),
  415: refusal.describe('not `application/json`'),
  429: refusal.describe('too often; try again after `Retry-After` seconds'),
}
