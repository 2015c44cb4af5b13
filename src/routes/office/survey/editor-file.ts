import type { FastifyInstance } from 'fastify'
import { stringify } from 'yaml'
import { LARGEST, readYaml } from '../../../survey-yaml.ts'
import { marksAfter } from '../../../survey/draft/marks.ts'
import { isMap, mapOf } from '../../../survey/draft/tree.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Deps } from '../../deps.ts'
import { type Asked, nameOf, type SendEditor } from './editor-page.ts'
import { onward } from '../face.ts'
import { readMultipart } from '../multipart.ts'
import { actOf, userOf } from '../session.ts'

const config = { right: 'surveys.edit' } as const

/** A draft as a file: taken home, and brought back. */
export function fileRoutes(office: FastifyInstance, deps: Deps, sendEditor: SendEditor) {
  const { store } = deps
  readMultipart(office)

  office.get('/surveys/:survey/draft.yaml', { config }, async (request: Asked, reply) => {
    const { survey } = request.params
    const draft = await store.draft(userOf(request).organisation, survey)
    if (!draft) throw new Problem('unknown')
    return reply
      .header('content-disposition', `attachment; filename="${survey}.yaml"`)
      .header('cache-control', 'no-store')
      .type('application/yaml; charset=utf-8')
      .send(stringify(draft.tree))
  })

  office.post(
    '/surveys/:survey/file',
    { config, bodyLimit: LARGEST },
    async (request: Asked, reply) => {
      const { organisation } = userOf(request)
      const { survey } = request.params
      const { file = '', base = '' } = (request.body ?? {}) as Record<string, string>
      if (!file.trim()) return sendEditor(request, reply.code(422), { code: 'empty' })
      const read = readYaml(file)
      if ('faults' in read) {
        const lines = read.faults.flatMap(({ line }) => line ?? [])
        const code = lines.length > 0 ? 'unreadable' : 'unusable'
        return sendEditor(request, reply.code(422), { code, lines })
      }
      if (!isMap(read.tree)) return sendEditor(request, reply.code(422), { code: 'noSurvey' })
      const stands = await store.draft(organisation, survey)
      if (!stands) throw new Problem('unknown')
      const tree = { ...read.tree, id: survey }
      // A text that only the file's first language has changed leaves its translations behind.
      const marks = marksAfter(mapOf(stands.tree), tree, stands.marks)
      const edit = { base: Number(base), tree, marks }
      const edited = await store.editDraft(organisation, survey, edit, actOf(request, deps.clock))
      if ('conflict' in edited) {
        const name = (await nameOf(deps, organisation, edited.conflict)) ?? ''
        return sendEditor(request, reply.code(409), { code: 'newer', name })
      }
      return reply.redirect(onward(request, `/office/surveys/${survey}/edit`), 303)
    },
  )
}
