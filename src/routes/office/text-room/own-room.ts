import type { FastifyReply, FastifyRequest } from 'fastify'
import { queryOf } from '../../../pages/office/text-room/room.ts'
import { readerOf } from '../../../pages/office/reader.ts'
import { lengthOf, one } from '../../../survey/fields.ts'
import { textsAt } from '../../../survey/own-sites.ts'
import { Problem } from '../../../survey/problem.ts'
import { textFields } from '../../../survey/receive.ts'
import type { Fields } from '../../../survey/response.ts'
import { codingsOf } from '../../../survey/text/coding.ts'
import { commentStates, select, type Selection } from '../../../survey/text/selection.ts'
import { makeStems } from '../../../survey/text/stem.ts'
import type { Theme } from '../../../survey/text/theme.ts'
import { textLanguages } from '../../../survey/text/text-language.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { userOf } from '../session.ts'

export type Asked = FastifyRequest<{ Params: { survey: string; text: string; theme: string } }>
export type OwnRoom = ReturnType<typeof makeOwnRoom>

/** What every door to texts asks for. */
export const forTexts = { config: { right: 'texts' } } as const

const SEARCH_LONGEST = 100

/** The text room of an own survey, as the person may see it who asks. */
export function makeOwnRoom({ store }: Deps, face: OfficeFace) {
  const stems = makeStems()
  return async (request: Asked, reply: FastifyReply) => {
    const { id: coder, organisation, sites } = userOf(request)
    const { survey } = request.params
    const frame = await face.frame(request, reply)
    const { questionnaire, purge } = (await store.surveyOf(organisation, survey)) ?? {}
    const found = await store.comments(organisation, survey)
    if (!questionnaire || !found) throw new Problem('unknown')
    const themes = await store.themes(organisation, survey)
    const codings = codingsOf(await store.codings(organisation, survey))
    const comments = textsAt(found.comments, sites)
    const groups = [...new Set(comments.map(({ group }) => group))]
    const fields = questionnaire.questions.flatMap(textFields)
    const selection = selectionIn(request.query as Fields, { fields, groups, themes })
    return {
      frame,
      reader: readerOf(frame, questionnaire),
      organisation,
      coder,
      sites,
      stems,
      /** those that the person may read, and all that the totals are made of */
      comments,
      all: found.comments,
      more: found.more,
      groups,
      room: {
        questionnaire,
        selection,
        selected: select(comments, selection, codings, coder, stems),
        themes,
        codings,
        purge,
      },
      /** one of them by its id; anyone else's is unknown */
      own(text: string) {
        const comment = comments.find(({ id }) => id === text)
        if (!comment) throw new Problem('unknown')
        return { comment, name: { organisation, survey, text } }
      },
    }
  }
}

interface Known {
  fields: string[]
  groups: string[]
  themes: Theme[]
}

/** Which comments an address asks for; what it cannot mean does not limit. */
function selectionIn(query: Fields, { fields, groups, themes }: Known): Selection {
  const known = (name: string, values: string[]) => {
    const value = one(query, name)
    return values.includes(value) ? value : ''
  }
  const search = one(query, 'q')
  return {
    question: known('question', fields),
    site: known('site', groups),
    language: known(
      'written',
      textLanguages.map((language) => language || 'unknown'),
    ),
    theme: known('theme', [...themes.map(({ id }) => id), 'none']),
    state: commentStates.find((state) => state === one(query, 'state')) ?? 'shown',
    search: lengthOf(search) > SEARCH_LONGEST ? search.slice(0, SEARCH_LONGEST) : search,
  }
}

export const surveyPath = ({ params }: Asked) =>
  `/office/surveys/${encodeURIComponent(params.survey)}`

/** Leads on within the room, looked at as before. */
export function toRoom(
  request: Asked,
  reply: FastifyReply,
  { room }: { room: { selection: Selection } },
  tail: string,
  done: Record<string, string> = {},
) {
  const path = `${surveyPath(request)}/${tail}`
  return reply.redirect(onward(request, path, { ...queryOf(room.selection), ...done }), 303)
}

/** Which of some words an address says has been done. */
export const doneIn = <T extends string>(request: Asked, all: readonly T[]): T | undefined =>
  all.find((done) => done === one(request.query as Fields, 'done'))
