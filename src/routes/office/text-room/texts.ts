import type { FastifyInstance } from 'fastify'
import { PAGE, textsPage } from '../../../pages/office/text-room/list.tsx'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Comment } from '../../../survey/text/comment.ts'
import { type StandingOut, standingOut } from '../../../survey/text/standing-out.ts'
import type { Stems } from '../../../survey/text/stem.ts'
import { ownThemeCounts } from '../../../survey/text/own-theme-counts.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'
import { codingRoutes } from './coding.ts'
import { type Asked, doneIn, forTexts, makeOwnRoom } from './own-room.ts'
import { reviewRoutes } from './review.ts'
import { themeRoutes } from './themes.ts'

/** The text room: reading, hiding and sorting what people wrote. */
export function textRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store } = deps
  const ownRoom = makeOwnRoom(deps, face)
  const wordsOf = makeWords()

  office.get('/surveys/:survey/texts', forTexts, async (request: Asked, reply) => {
    const { frame, organisation, sites, stems, comments, all, more, groups, room } = await ownRoom(
      request,
      reply,
    )
    const release = await store.release(organisation, room.questionnaire.id)
    if (!release) throw new Problem('unknown')
    const { smallestGroup } = release
    const { question } = room.selection
    const counted = question ? all.filter(({ field }) => field === question) : all
    const { codings, themes } = room
    const counts = ownThemeCounts({ comments: counted, codings, themes, release, sites })
    const done = doneIn(request, ['coded'])
    return textsPage(frame, {
      room,
      all: comments.length,
      more,
      groups,
      page: pageIn(request, room.selected.length),
      release,
      counts,
      standingOut: wordsOf(all, stems, smallestGroup).filter(({ group }) => groups.includes(group)),
      own: sites,
      ...(done && { done }),
    })
  })

  reviewRoutes(office, deps, ownRoom)
  codingRoutes(office, deps, ownRoom)
  themeRoutes(office, deps, ownRoom)
}

/** Words that stand out among what is not hidden, worked out again when that has changed. */
function makeWords() {
  const known = new WeakMap<Comment[], StandingOut[]>()
  return (all: Comment[], stems: Stems, smallestGroup: number) => {
    const found = known.get(all)
    if (found) return found
    const read = all.filter(({ hiding }) => !hiding)
    const made = standingOut(read, stems, smallestGroup)
    known.set(all, made)
    return made
  }
}

/** A page that there is. */
function pageIn(request: Asked, count: number): number {
  const given = Number(one(request.query as Fields, 'page'))
  const last = Math.max(1, Math.ceil(count / PAGE))
  return Number.isSafeInteger(given) && given > 0 ? Math.min(given, last) : 1
}
