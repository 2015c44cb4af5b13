import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { Scope } from '../../store/store.ts'
import { Problem } from '../../survey/problem.ts'
import { bearerOf } from '../bearer.ts'
import type { Deps } from '../deps.ts'
import { catalogRoute } from './catalog.ts'
import { responsesRoute } from './responses.ts'
import { resultsRoutes } from './results.ts'

export type Api = ReturnType<typeof typed>
/** The organisation that a request's token speaks for; Problem where it has no such right. */
export type Allowed = (request: FastifyRequest, scope: Scope) => Promise<string>

const typed = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>()

/** Doors for machines, under `/api`. */
export async function apiRoutes(app: FastifyInstance, deps: Deps) {
  app.removeAllContentTypeParsers()
  const json = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, json)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Svar',
        version: '1',
        description: 'Responses in, released numbers out. Everything only grows.',
      },
      servers: [{ url: deps.config.baseUrl ?? '/' }],
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description: "from `svar token add`, or a tablet's",
          },
        },
      },
    },
    transform: jsonSchemaTransform,
  })

  const allowed: Allowed = async (request, scope) => {
    const hashed = bearerOf(request)
    const token = hashed && (await deps.store.token(hashed))
    if (!token) throw new Problem('signed-out', ['a token is needed; `svar token add` makes one'])
    if (token.scope !== scope) throw new Problem('forbidden', [`the token is not for "${scope}"`])
    return token.organisation
  }

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  const api = typed(app)
  resultsRoutes(api, deps, allowed)
  responsesRoute(api, deps, allowed)
  catalogRoute(api, deps)
  api.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
