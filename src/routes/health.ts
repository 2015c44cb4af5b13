import type { FastifyInstance, FastifyRequest } from 'fastify'
import { secretIs } from '../secrets.ts'
import { Problem } from '../survey/problem.ts'
import type { Deps } from './deps.ts'
import { makeMetrics } from './metrics.ts'

/** What a proxy adds: then it is not the machine itself that asks. */
const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/** For whoever runs the installation: is it alive, can it promise, how is it doing. */
export function healthRoutes(app: FastifyInstance, deps: Deps) {
  const { store, config } = deps
  const metrics = makeMetrics(deps)
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
    if (!isNear(request)) mustHaveToken(request)
    reply.type(metrics.type)
    return metrics.text()
  })

  function mustHaveToken({ headers }: FastifyRequest) {
    if (config.metricsToken === undefined) throw new Problem('unknown')
    const [, given = ''] = /^Bearer (\S{1,200})$/i.exec(headers.authorization ?? '') ?? []
    if (!secretIs(config.metricsToken, given)) throw new Problem('signed-out')
  }
}

/** Whether it is the machine itself that asks. */
function isNear({ socket: { remoteAddress }, headers }: FastifyRequest): boolean {
  const near = remoteAddress === '::1' || /^(::ffff:)?127\./.test(remoteAddress ?? '')
  return near && !forwarded.some((name) => headers[name] !== undefined)
}
