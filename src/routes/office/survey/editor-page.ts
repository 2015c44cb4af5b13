import type { FastifyReply, FastifyRequest } from 'fastify'
import { locales } from '../../../i18n.ts'
import { editorPage, type EditorNotice } from '../../../pages/office/survey/editor.tsx'
import type { Draft } from '../../../store/store.ts'
import { readDraft } from '../../../survey/draft/draft.ts'
import { mapOf } from '../../../survey/draft/tree.ts'
import { Problem } from '../../../survey/problem.ts'
import { stateOf } from '../../../survey/state.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'
import { userOf } from '../session.ts'

export type Asked = FastifyRequest<{ Params: { survey: string } }>
export type SendEditor = ReturnType<typeof makeSendEditor>

/** How the editor's page is sent, with the draft as it is now. */
export function makeSendEditor(deps: Deps, face: OfficeFace) {
  const { store, clock } = deps
  const { languages } = deps.interface
  return async (request: Asked, reply: FastifyReply, notice?: EditorNotice) => {
    const { organisation, name } = userOf(request)
    const { survey: id } = request.params
    const survey = await store.surveyOf(organisation, id)
    const draft = await store.draft(organisation, id)
    if (!survey || !draft) throw new Problem('unknown')
    const frame = await face.frame(request, reply, { frames: true })
    const read = readDraft(draft.tree, languages)
    // Also where a file was sent and refused, which is no page to come back to.
    const path = `/office/surveys/${encodeURIComponent(id)}/edit`
    return reply.send(
      editorPage(
        { ...frame, path },
        {
          survey: {
            id,
            state: stateOf(survey.dates, clock()),
            number: survey.questionnaire?.number ?? 0,
            archived: survey.archived,
          },
          draft: { ...draft, tree: mapOf(draft.tree) },
          by: (await nameOf(deps, organisation, draft)) ?? '',
          user: name,
          words: locales[frame.language]!['editor']!,
          faults: 'faults' in read ? read.faults : [],
          ...(notice && { notice }),
        },
      ),
    )
  }
}

/** Who edited a draft last; undefined where it was the command line. */
export async function nameOf({ store }: Deps, organisation: string, { by }: Draft) {
  return (await store.names(organisation)).get(by)
}
