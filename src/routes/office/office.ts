import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { officeNotFoundPage, officeProblemPage } from '../../pages/office/problem.tsx'
import { makeProviders } from '../../sign-in/provider.ts'
import { Problem } from '../../survey/problem.ts'
import type { Deps } from '../deps.ts'
import { accountRoutes } from './sign-in/account.ts'
import { auditRoutes } from './people/audit.ts'
import { dashboardRoutes } from './dashboard/dashboard.ts'
import { deviceRoutes } from './tablets/devices.ts'
import { makeOfficeFace, onward } from './face.ts'
import { organisationRoutes } from './organisation/organisation.ts'
import { dutyRoutes } from './survey/duties.ts'
import { editorRoutes } from './survey/editor.ts'
import { forgottenRoutes } from './sign-in/forgotten.ts'
import { invitedRoutes } from './sign-in/invited.ts'
import { liveRoute } from './dashboard/live.ts'
import { organisationSignInRoutes } from './organisation/organisation-sign-in.ts'
import { passkeySignInRoutes } from './sign-in/passkey-sign-in.ts'
import { peopleRoutes } from './people/people.ts'
import { providerSignInRoutes } from './sign-in/provider-sign-in.ts'
import { resetRoutes } from './sign-in/reset.ts'
import { factorPath } from './sign-in/second-factor.ts'
import { SECOND_STEP, secondStepRoutes } from './sign-in/second-step.ts'
import { sessions } from './session.ts'
import { signInRoutes } from './sign-in/sign-in.ts'
import { makeSendSignIn } from './sign-in/sign-in-ways.ts'
import { publishRoutes } from './publish/publish.ts'
import { posterRoutes } from './survey/posters.ts'
import { sitesRoutes } from './sites/sites.ts'
import { newSurveyRoutes } from './survey/survey-new.ts'
import { subscribersRoutes } from './survey/subscribers.ts'
import { deletionRoutes } from './survey/survey-deletion.ts'
import { openingRoutes } from './survey/survey-open.ts'
import { stateRoutes } from './survey/survey-state.ts'
import { surveyRoutes } from './survey/surveys.ts'
import { textRoutes } from './text-room/texts.ts'
import { welcomeRoutes } from './sign-in/welcome.ts'

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
  const sendSignIn = makeSendSignIn(deps, face)
  const { sendWait } = signInRoutes(office, deps, kept, sendSignIn)
  secondStepRoutes(office, deps, face, kept, sendSignIn)
  passkeySignInRoutes(office, deps, kept, sendSignIn)
  const { secret, clock, config } = deps
  const providers = makeProviders({ secret, clock, baseUrl: config.baseUrl })
  providerSignInRoutes(office, deps, face, kept, providers)
  organisationSignInRoutes(office, deps, face, providers)
  forgottenRoutes(office, deps, face)
  resetRoutes(office, deps, face, kept)
  welcomeRoutes(office, deps, face, kept)
  surveyRoutes(office, deps, face)
  await newSurveyRoutes(office, deps, face)
  openingRoutes(office, deps, face)
  stateRoutes(office, deps, face)
  subscribersRoutes(office, deps, face)
  dutyRoutes(office, deps, face)
  deletionRoutes(office, deps, face)
  dashboardRoutes(office, deps, face)
  textRoutes(office, deps, face)
  publishRoutes(office, deps, face)
  await editorRoutes(office, deps, face)
  await sitesRoutes(office, deps, face)
  posterRoutes(office, deps, face)
  await office.register(async (files) => organisationRoutes(files, deps, face))
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
    if (problem.code === 'signed-out') {
      const half = await kept.half(request)
      return reply.redirect(onward(request, half ? SECOND_STEP : '/office/sign-in'), 303)
    }
    if (problem.code === 'factor-demanded') {
      return reply.redirect(onward(request, `/office${factorPath}`), 303)
    }
    if (problem.code === 'too-many') return sendWait(request, reply, problem.retryAfter ?? 60)
    const frame = await face.frame(request, reply)
    reply.code(problem.status)
    if (problem.code === 'unknown') return reply.send(officeNotFoundPage(frame))
    return reply.send(officeProblemPage(frame, { code: problem.code }))
  }
}
