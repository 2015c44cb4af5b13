import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFoundPage } from '../../pages/citizen/not-found.tsx'
import { refusedPage } from '../../pages/citizen/refused.tsx'
import type { Problem } from '../../survey/problem.ts'
import type { Deps } from '../deps.ts'
import { accessibilityRoutes } from './accessibility.ts'
import { makeFace } from './face.ts'
import { logoRoute } from './logo.ts'
import { pageRoutes } from './pages.ts'
import { questionnaireRoutes } from './questionnaire.ts'
import { receiptRoutes } from './receipt.ts'
import { resultsPageRoutes } from './results.ts'
import { sendPage } from './send-page.ts'
import { subscribeRoutes } from './subscribe.ts'
import { subscriptionRoutes } from './subscription.ts'
import { thanksRoute } from './thanks.ts'

/** Everything that a citizen meets. Returns how a refusal is shown; undefined: our own mistake. */
export function citizenRoutes(app: FastifyInstance, deps: Deps) {
  const face = makeFace(deps)
  const subscribing = subscribeRoutes(app, deps, face)
  const thanking = thanksRoute(app, deps, face, subscribing)
  const { sendWait } = questionnaireRoutes(app, deps, face, subscribing, thanking)
  const receipts = receiptRoutes(app, deps, face)
  void app.register(async (letters) => subscriptionRoutes(letters, deps, face))
  pageRoutes(app, deps, face)
  accessibilityRoutes(app, deps, face)
  logoRoute(app, deps)
  resultsPageRoutes(app, deps, face)

  return {
    async refuse(problem: Problem | undefined, request: FastifyRequest, reply: FastifyReply) {
      const status = problem?.status ?? 500
      reply.code(status)
      if (problem?.code === 'too-many' && request.routeOptions.url === '/s/:survey') {
        return sendWait(request, reply)
      }
      if (problem?.code === 'too-many' && request.routeOptions.url === '/s/:survey/subscribe') {
        return subscribing.sendWait(request, reply)
      }
      if (problem?.code === 'too-many' && request.routeOptions.url === '/receipt') {
        return receipts.sendWait(request, reply)
      }
      const language = face.languageOf(request)
      const frame = face.frame(language, '/')
      face.headers(reply, language)
      if (status === 404) return sendPage(reply, notFoundPage(frame))
      return sendPage(reply, refusedPage(frame, { status, code: problem?.code ?? 'unexpected' }))
    },
  }
}
