import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import serveStatic from '@fastify/static'
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { Problem } from './survey/problem.ts'
import { apiRoutes } from './routes/api/api.ts'
import { citizenRoutes } from './routes/citizen/citizen.ts'
import type { Deps } from './routes/deps.ts'
import { healthRoutes } from './routes/health.ts'
import { kioskRoutes } from './routes/kiosk/kiosk.ts'
import { methodRefusal } from './routes/methods.ts'
import { officeRoutes } from './routes/office/office.ts'
import { problemOf } from './routes/problems.ts'

export type App = Awaited<ReturnType<typeof makeApp>>

/** Fifty questions' worth of long answers in a script of many bytes; everything is limited apart. */
const FORM = 256 * 1024

/** The whole server, put together and not listening. */
export async function makeApp(deps: Deps) {
  const app = fastify({
    bodyLimit: FORM,
    requestTimeout: 30_000,
    // What comes on an open connection while closing is still answered as a page.
    return503OnClosing: false,
    connectionTimeout: 60_000,
    keepAliveTimeout: 20_000,
    routerOptions: { maxParamLength: 100 },
    trustProxy: deps.config.trustedProxy,
    forceCloseConnections: 'idle',
    // An address that cannot be read: it never reached a route, so nothing but a status is safe.
    frameworkErrors: (_error, _request, reply) =>
      void (reply as FastifyReply).code(400).type('text/plain; charset=utf-8').send('400'),
  })

  let refuseOffice: Awaited<ReturnType<typeof officeRoutes>> | undefined

  const secure = deps.config.baseUrl?.startsWith('https:') ?? false
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff')
    if (secure) reply.header('strict-transport-security', 'max-age=31536000')
    done()
  })
  methodRefusal(app)
  // Forms here, JSON under /api and /kiosk: nothing else is read.
  app.removeAllContentTypeParsers()
  await app.register(formbody, { bodyLimit: FORM })
  await app.register(rateLimit, {
    global: false,
    timeWindow: 60_000,
    hook: 'preHandler',
    // How many others sent from here is nobody's business.
    addHeaders: none,
    addHeadersOnExceeding: none,
    errorResponseBuilder: (_request, { ttl }) => new Problem('too-many', [], Math.ceil(ttl / 1000)),
  })
  await app.register(serveStatic, {
    root: deps.assets.folder,
    serve: true,
    prefix: '/',
    wildcard: false,
    globIgnore: ['**/.vite/**', '**/*.json'],
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    decorateReply: false,
  })
  app.setErrorHandler(async (error, request, reply) => {
    const problem = problemOf(error)
    if (!problem || problem.status >= 500) {
      const route = request.routeOptions.url
      deps.log.error({ err: error, method: request.method, route }, 'refused')
    }
    if (reply.sent) return reply
    const { code, status, reasons, retryAfter } = problem ?? unexpected
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
    if (forMachines(request)) {
      if (status === 401) reply.header('www-authenticate', 'Bearer')
      return reply.code(status).send({ error: code, reasons: status < 500 ? reasons : [] })
    }
    if (/^\/office\b/.test(request.url) && problem) return refuseOffice!(problem, request, reply)
    return citizen.refuse(problem, request, reply)
  })
  app.setNotFoundHandler((request, reply) => {
    if (forMachines(request)) return reply.code(404).send({ error: 'unknown', reasons: [] })
    return citizen.refuse(new Problem('unknown'), request, reply)
  })
  healthRoutes(app, deps)
  const citizen = citizenRoutes(app, deps)
  await app.register(
    async (office) => {
      refuseOffice = await officeRoutes(office, deps)
    },
    { prefix: '/office' },
  )
  await app.register((api) => apiRoutes(api, deps), { prefix: '/api' })
  await kioskRoutes(app, deps)

  return app
}

/** Who is answered in JSON, also when refused. */
const forMachines = ({ method, url }: FastifyRequest) =>
  /^\/(api|health|metrics)\b/.test(url) || (method === 'POST' && /^\/kiosk\b/.test(url))

const none = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
}
const unexpected = { code: 'unexpected', status: 500, reasons: [], retryAfter: undefined }
