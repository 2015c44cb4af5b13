import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isTooDeep, LARGEST } from '../../../survey-yaml.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Deps } from '../../deps.ts'
import { chooseLanguage } from '../../language.ts'
import { problemOf } from '../../problems.ts'
import { fileRoutes } from './editor-file.ts'
import { type Asked, makeSendEditor, nameOf } from './editor-page.ts'
import type { OfficeFace } from '../face.ts'
import { previewRoute } from './preview.ts'
import { registerRoute } from '../sites/register.ts'
import { actOf, userOf } from '../session.ts'

const config = { right: 'surveys.edit' } as const

const editShape = z.object({
  base: z.int(),
  tree: z.record(z.string(), z.unknown()),
  marks: z.record(z.string(), z.string()),
})

/** The editor of a survey's draft: its page, what it saves, its file, and the preview. */
export async function editorRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store } = deps
  const sendEditor = makeSendEditor(deps, face)

  office.get('/surveys/:survey/edit', { config }, async (request: Asked, reply) =>
    sendEditor(request, reply),
  )
  previewRoute(office, deps)
  registerRoute(office, deps)
  await office.register(async (files) => fileRoutes(files, deps, sendEditor))
  await office.register(async (machines) => {
    const json = machines.getDefaultJsonParser('remove', 'remove')
    machines.addContentTypeParser('application/json', { parseAs: 'string' }, json)
    machines.setErrorHandler(async (error, request, reply) => refuse(deps, error, request, reply))

    machines.post(
      '/surveys/:survey/draft',
      { config, bodyLimit: LARGEST },
      async (request: Asked, reply) => {
        const { organisation } = userOf(request)
        const { survey } = request.params
        if (!(await store.draft(organisation, survey))) throw new Problem('unknown')
        const read = editShape.safeParse(request.body)
        if (!read.success || isTooDeep(request.body)) throw new Problem('bad-request')
        const { base, marks } = read.data
        const tree = { ...read.data.tree, id: survey }
        const act = actOf(request, deps.clock)
        const edited = await store.editDraft(organisation, survey, { base, tree, marks }, act)
        if ('revision' in edited) return { revision: edited.revision, at: act.at }
        const name = await nameOf(deps, organisation, edited.conflict)
        const words = wordsFor(deps, request)
        return reply.code(409).send({
          ...edited.conflict,
          by: name,
          words: name ? words('editor:conflict.by', { name }) : words('editor:conflict.byUnknown'),
        })
      },
    )
  })
}

const wordsFor = (deps: Deps, request: FastifyRequest) => {
  const { lang } = request.query as { lang?: unknown }
  const { officeLanguages, words } = deps.interface
  return words(chooseLanguage(officeLanguages, lang, request.headers['accept-language']))
}

/** What the editor's script is told where nothing was saved; others get the office's page. */
function refuse(deps: Deps, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (!request.headers['content-type']?.startsWith('application/json')) throw error
  const problem = problemOf(error)
  if (!problem || problem.status >= 500) {
    deps.log.error({ err: error, route: request.routeOptions.url }, 'refused')
  }
  const { status, code, retryAfter } = problem ?? unexpected
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  const known = ['signed-out', 'not-allowed', 'forbidden', 'unknown', 'too-large', 'unavailable']
  const key = known.includes(code) ? code : 'other'
  return reply
    .code(status)
    .send({ error: code, words: wordsFor(deps, request)(`editor:refused.${key}`) })
}

const unexpected = { status: 500, code: 'unexpected', retryAfter: undefined }
