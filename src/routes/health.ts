import type { FastifyInstance } from 'fastify'
import { Problem } from '../survey/problem.ts'
import type { Deps } from './deps.ts'
import { makeMetrics } from './metrics.ts'

/** What a proxy adds: then it is not the machine itself that asks. */
const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/** For whoever runs the installation: is it alive, can it promise, how is it doing. */
export function healthRoutes(app: FastifyInstance, { store }: Deps) {
  const metrics = makeMetrics()
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.replied(request.method, route, reply.statusCode, reply.elapsedTime)
    done()
  })

  app.get('/health/live', async () => ({ ok: true }))
  app.get('/health/ready', async () => {
    await store.ready()
    return { ok: true }
  })
  app.get('/metrics', async (request, reply) => {
    const { remoteAddress } = request.socket
    const near = remoteAddress === '::1' || /^(::ffff:)?127\./.test(remoteAddress ?? '')
    if (!near || forwarded.some((name) => request.headers[name] !== undefined))
      throw new Problem('unknown')
    reply.type(metrics.type)
    return metrics.text()
  })
}
