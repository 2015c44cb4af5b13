import type { FastifyInstance } from 'fastify'
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { makeSealing } from '../../sealing.ts'
import type { KnownDevice } from '../../survey/tablets/device.ts'
import { Problem } from '../../survey/problem.ts'
import { bearerOf } from '../bearer.ts'
import type { Deps } from '../deps.ts'
import { deliveryRoute } from './delivery.ts'
import { enrolRoute } from './enrol.ts'
import { heartbeatRoute } from './heartbeat.ts'
import { shellRoutes } from './shell.ts'

export type Kiosk = ReturnType<typeof typed>
/** The device that a request's token speaks for; Problem where there is none. */
export type DeviceOf = (request: { headers: { authorization?: string } }) => Promise<KnownDevice>

const typed = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>()

/** Doors for tablets, under `/kiosk`. */
export async function kioskRoutes(app: FastifyInstance, deps: Deps) {
  shellRoutes(app, deps)
  await app.register((machines) => machineRoutes(machines, deps), { prefix: '/kiosk' })
}

/** What the program on the tablet says and hears: JSON. */
async function machineRoutes(app: FastifyInstance, deps: Deps) {
  app.removeAllContentTypeParsers()
  const json = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, json)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  const deviceOf: DeviceOf = async (request) => {
    const token = bearerOf(request)
    const device = token && (await deps.store.device(token))
    if (!device) throw new Problem('signed-out', ['the tablet is not enrolled, or enrolled anew'])
    return device
  }

  const sealing = makeSealing(deps.store, deps.secret, deps.clock)
  const kiosk = typed(app)
  enrolRoute(kiosk, deps, sealing)
  heartbeatRoute(kiosk, deps, sealing, deviceOf)
  deliveryRoute(kiosk, deps, sealing, deviceOf)
}
