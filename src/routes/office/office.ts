import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { officeNotFoundPage, officeProblemPage } from '../../pages/office/problem.tsx'
import { Problem } from '../../survey/problem.ts'
import type { Deps } from '../deps.ts'
import { accountRoutes } from './account.ts'
import { auditRoutes } from './audit.ts'
import { deviceRoutes } from './devices.ts'
import { makeOfficeFace, onward } from './face.ts'
import { editorRoutes } from './editor.ts'
import { invitedRoutes } from './invited.ts'
import { liveRoute } from './live.ts'
import { peopleRoutes } from './people.ts'
import { sessions } from './session.ts'
import { signInRoutes } from './sign-in.ts'
import { surveyRoutes } from './surveys.ts'
import { textRoutes } from './text-room/texts.ts'
import { welcomeRoutes } from './welcome.ts'

/** Everything behind sign-in, under `/office`. */
export async function officeRoutes(office: FastifyInstance, deps: Deps) {
  await office.register(cookie, { secret: deps.secret })
  await office.register(csrf, {
    cookieKey: 'svar-form',
    cookieOpts: {
      path: '/office',
      httpOnly: true,
      sameSite: 'strict',
      signed: true,
      secure: deps.config.baseUrl?.startsWith('https:') ?? false,
    },
    getToken: (request) => {
      const token = (request.body as { _csrf?: unknown } | undefined)?._csrf
      return typeof token === 'string' ? token : undefined
    },
  })
  const face = makeOfficeFace(deps)
  const kept = sessions(office, deps)
  office.addHook('preHandler', (request, reply, done) =>
    request.method === 'POST' ? office.csrfProtection(request, reply, done) : done(),
  )
  const { sendWait } = signInRoutes(office, deps, face, kept)
  welcomeRoutes(office, deps, face, kept)
  surveyRoutes(office, deps, face)
  textRoutes(office, deps, face)
  await editorRoutes(office, deps, face)
  deviceRoutes(office, deps, face)
  peopleRoutes(office, deps, face)
  invitedRoutes(office, deps, face, kept)
  accountRoutes(office, deps, face, kept)
  auditRoutes(office, deps, face)
  liveRoute(office, deps, kept)
  office.setNotFoundHandler(async (request, reply) =>
    reply.code(404).send(officeNotFoundPage(await face.frame(request, reply))),
  )

  return async (problem: Problem, request: FastifyRequest, reply: FastifyReply) => {
    if (problem.code === 'signed-out')
      return reply.redirect(onward(request, '/office/sign-in'), 303)
    if (problem.code === 'too-many') return sendWait(request, reply, problem.retryAfter ?? 60)
    const frame = await face.frame(request, reply)
    reply.code(problem.status)
    if (problem.code === 'unknown') return reply.send(officeNotFoundPage(frame))
    return reply.send(officeProblemPage(frame, { code: problem.code }))
  }
}
