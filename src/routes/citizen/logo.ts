import type { FastifyInstance } from 'fastify'
import { logoTypes } from '../../pages/logo.tsx'
import { Problem } from '../../survey/problem.ts'
import type { Deps } from '../deps.ts'

/** Logos by their hash: what is at an address never changes. */
export function logoRoute(app: FastifyInstance, { store }: Deps) {
  app.get<{ Params: { file: string } }>('/logos/:file', async (request, reply) => {
    const [hash = '', ending] = request.params.file.split('.')
    const found = /^[0-9a-f]{32}$/.test(hash) ? await store.logo(hash) : undefined
    if (!found || ending !== found.look.type) throw new Problem('unknown')
    return reply
      .type(logoTypes[found.look.type])
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .send(found.bytes)
  })
}
