import { textFields } from '../../../survey/receive.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import type { Comment } from '../../../survey/text/comment.ts'
import { maskPassages } from '../../../survey/text/passages.ts'
import { languageOf, type TextLanguage } from '../../../survey/text/text-language.ts'
import type { Comments } from '../../text-room.ts'
import type { Connection, Db } from '../connection.ts'
import { readFinal } from './final-release.ts'
import { type Moderations, moderationsOf } from '../texts/moderations.ts'
import { quotedIn } from '../surveys/publications.ts'
import { firstOf, groupsOf, textReader, type Written } from './released-texts.ts'

/** So many texts of a survey are held; of more a sample, and what is quoted. */
const MOST_TEXTS = 5000
/** Of so many surveys. */
const MOST_SURVEYS = 8

/** A text as it was written, with what it takes to show it. */
export interface Held extends Written {
  field: string
  group: string
  language: TextLanguage
}

interface Room {
  /** says how much of the survey has been released */
  mark: string
  texts: Held[]
  more: number
  /** what readers got the last time, and after which moderation */
  read?: { mark: string; comments: Comments }
}

/** What readers get of all texts of a survey; the same object while nothing has changed. */
export function readComments(connection: Connection, questionnaire: Questionnaire): Comments {
  const room = connection.made(makeRooms)(questionnaire)
  const moderations = moderationsOf(connection.db, questionnaire.id)
  const mark = JSON.stringify([...moderations])
  if (room.read?.mark !== mark) room.read = { mark, comments: moderated(room, moderations) }
  return room.read.comments
}

function moderated({ texts, more }: Room, moderations: Moderations): Comments {
  const comments = texts.map(({ id, field, group, written, language, quotable }): Comment => {
    const moderation = moderations.get(id)
    const maskings = moderation?.maskings ?? []
    const text = maskPassages(written, maskings)
    const hiding = moderation?.hiding
    return {
      id,
      field,
      group,
      text,
      language: maskings.length > 0 ? languageOf(text) : language,
      maskings,
      quotable,
      ...(hiding && { hiding }),
    }
  })
  return { comments, more }
}

/** A text by its id, as it was written. */
export const heldText = (connection: Connection, questionnaire: Questionnaire, id: string) =>
  connection
    .made(makeRooms)(questionnaire)
    .texts.find((text) => text.id === id)

/** Texts are read when the first of a survey are asked for, and again when more were released. */
function makeRooms(db: Db) {
  const rooms = new Map<string, Room>()
  return (questionnaire: Questionnaire): Room => {
    const release = readFinal(db, questionnaire.id)
    const groups = questionnaire.questions
      .flatMap(textFields)
      .flatMap((field) =>
        groupsOf(db, questionnaire, field, release).map((group) => ({ field, ...group })),
      )
    const all = groups.reduce((sum, { n }) => sum + n, 0)
    const quoted = all > MOST_TEXTS ? quotedIn(db, questionnaire.id) : []
    const mark = JSON.stringify([questionnaire.number, release !== undefined, groups, quoted])
    const known = rooms.get(questionnaire.id)
    if (known?.mark === mark) return known
    const part = Math.min(1, MOST_TEXTS / all)
    const read = ({ field, sites }: (typeof groups)[number]) =>
      textReader(db, questionnaire.id, field)(sites)
    const sample = groups.flatMap((group) =>
      firstOf(read(group), Math.floor(group.n * part), (text) => [held(text, group)]),
    )
    const missing = new Set(quoted)
    for (const { id } of sample) missing.delete(id)
    const texts = [...sample, ...groups.flatMap((group) => those(missing, read(group), group))]
    // By id, which follows from random keys: not by group, batch or time.
    texts.sort((a, b) => (a.id < b.id ? -1 : 1))
    const room = { mark, texts, more: all - texts.length }
    rooms.delete(questionnaire.id)
    rooms.set(questionnaire.id, room)
    if (rooms.size > MOST_SURVEYS) rooms.delete(rooms.keys().next().value!)
    return room
  }
}

type In = Pick<Held, 'field' | 'group'>

const held = (text: Written, { field, group }: In): Held => ({
  ...text,
  field,
  group,
  language: languageOf(text.written),
})

/** Of these the ones that are missing, which are then missing no more. */
function those(missing: Set<string>, texts: Iterable<Written>, place: In): Held[] {
  const found: Held[] = []
  if (missing.size === 0) return found
  for (const text of texts) {
    if (missing.delete(text.id)) found.push(held(text, place))
    if (missing.size === 0) break
  }
  return found
}
