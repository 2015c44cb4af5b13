import type { FastifyInstance, FastifyReply } from 'fastify'
import { themesPage } from '../../../pages/office/text-room/themes.tsx'
import { makeId } from '../../../secrets.ts'
import { one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import { type Fields, idPattern } from '../../../survey/response.ts'
import { agreementOf } from '../../../survey/text/coding.ts'
import { freeKey, type Theme, type ThemeFault } from '../../../survey/text/theme.ts'
import type { Deps } from '../../deps.ts'
import { actOf } from '../session.ts'
import { type Asked, doneIn, forTexts, type OwnRoom, surveyPath, toRoom } from './own-room.ts'

/** The codebook of a survey. */
export function themeRoutes(office: FastifyInstance, { store, clock }: Deps, ownRoom: OwnRoom) {
  const path = '/surveys/:survey/themes'

  async function send(
    request: Asked,
    reply: FastifyReply,
    faulty: { sent?: Theme; faults: ThemeFault[] } = { faults: [] },
  ) {
    const { frame, room, comments } = await ownRoom(request, reply)
    const { themes, codings, questionnaire } = room
    const done = doneIn(request, ['theme', 'removed', 'moved'])
    const { sent } = faulty
    const isNew = sent && !themes.some(({ id }) => id === sent.id)
    const fresh = { id: makeId(), name: '', description: '', key: freeKey(themes) }
    const own = new Map(comments.flatMap(({ id }) => onlyKnown(id, codings.get(id))))
    if (sent) reply.code(422)
    return reply.send(
      themesPage(
        { ...frame, path: `${surveyPath(request)}/themes` },
        {
          room,
          agreement: agreementOf(own, themes, questionnaire.smallestGroup),
          least: questionnaire.smallestGroup,
          uses: usesOf([...own.values()].flat()),
          fresh: isNew ? sent : fresh,
          ...(done && !sent && { done }),
          ...faulty,
        },
      ),
    )
  }

  office.get(path, forTexts, (request: Asked, reply) => send(request, reply))

  office.post(`${path}/:theme`, forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const sent = themeIn(request)
    const act = actOf(request, clock)
    const faults = await store.saveTheme(found.organisation, request.params.survey, sent, act)
    if (faults.length > 0) return send(request, reply, { sent, faults })
    return toRoom(request, reply, found, 'themes', { done: 'theme' })
  })

  office.post(`${path}/:theme/removal`, forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const { survey, theme } = request.params
    await store.removeTheme(found.organisation, survey, theme, actOf(request, clock))
    return toRoom(request, reply, found, 'themes', { done: 'removed' })
  })

  office.post(`${path}/:theme/move`, forTexts, async (request: Asked, reply) => {
    const found = await ownRoom(request, reply)
    const { survey, theme } = request.params
    const by = one((request.body ?? {}) as Fields, 'to') === 'up' ? -1 : 1
    const act = actOf(request, clock)
    const moved = await store.moveTheme(found.organisation, survey, theme, by, act)
    if (!moved) throw new Problem('unknown')
    return toRoom(request, reply, found, 'themes', { done: 'moved' })
  })
}

/** A theme as a form has it; its id was made with the form. */
function themeIn(request: Asked): Theme {
  const { theme: id } = request.params
  if (!idPattern.test(id)) throw new Problem('unknown')
  const fields = (request.body ?? {}) as Fields
  const line = (name: string) => one(fields, name).replaceAll(/\s+/g, ' ')
  return {
    id,
    name: line('name'),
    description: one(fields, 'description'),
    key: line('key').toLowerCase(),
  }
}

const onlyKnown = <K, V>(key: K, value: V | undefined): [K, V][] =>
  value === undefined ? [] : [[key, value]]

/** How many comments anyone gave each theme. */
function usesOf(codings: { text: string; themes: string[] }[]): Map<string, number> {
  const texts = new Map<string, Set<string>>()
  for (const { text, themes } of codings) {
    for (const theme of themes) texts.set(theme, (texts.get(theme) ?? new Set()).add(text))
  }
  return new Map([...texts].map(([theme, all]) => [theme, all.size]))
}
