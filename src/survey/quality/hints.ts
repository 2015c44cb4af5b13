import { type Marks, staleIn } from '../draft/marks.ts'
import { type TextPlace, textsIn } from '../draft/texts.ts'
import { languagesOf, listOf, mapOf, type Tree, valueAt } from '../draft/tree.ts'
import type { Hint } from './hint.ts'
import { HARD, LIX_LANGUAGES, lix } from './lix.ts'
import { linesOnPhone, roomOnPhone } from './phone.ts'
import { scaleHints } from './scales.ts'
import { doubleIn, leadingIn } from './wording.ts'

/** More questions than this, and people stop half way. */
const MOST_QUESTIONS = 10

/** Everything that might be better in a draft, in the order of its fields. */
export function hintsOn(tree: Tree, marks: Marks): Hint[] {
  const languages = languagesOf(tree)
  const texts = textsIn(tree)
  const count = listOf(tree['questions']).length
  return [
    ...(count > MOST_QUESTIONS
      ? [{ path: ['questions'], code: 'many' as const, values: { count, most: MOST_QUESTIONS } }]
      : []),
    ...texts.flatMap((place) => missing(place, languages)),
    ...staleIn(tree, marks).map(({ path, language, before, key }) => ({
      path,
      language,
      code: 'stale' as const,
      values: { before },
      mark: key,
    })),
    ...texts.flatMap((place) =>
      Object.entries(place.words).flatMap(([language, words]) =>
        wordHints(tree, place, language, words),
      ),
    ),
    ...scaleHints(tree),
  ]
}

function missing({ path, words }: TextPlace, languages: string[]): Hint[] {
  if (!Object.values(words).some((one) => one.trim())) return []
  return languages
    .filter((language) => !words[language]?.trim())
    .map((language) => ({ path: [...path, language], language, code: 'missing', values: {} }))
}

function wordHints(tree: Tree, place: TextPlace, language: string, words: string): Hint[] {
  const path = [...place.path, language]
  const hint = (code: Hint['code'], values: Hint['values']): Hint => ({
    path,
    language,
    code,
    values,
  })
  const lines = linesOnPhone(words)
  const room = roomOnPhone(place.path)
  const score = isProse(place) && LIX_LANGUAGES.includes(language) ? lix(words) : undefined
  const double = asksOnce(tree, place) ? doubleIn(words, language) : undefined
  const leading = isQuestion(place) ? leadingIn(words, language) : undefined
  return [
    ...(room && lines > room ? [hint('long', { lines, most: room })] : []),
    ...(score !== undefined && score > HARD ? [hint('lix', { score })] : []),
    ...(double ? [hint('double', { word: double })] : []),
    ...(leading ? [hint('leading', { words: leading })] : []),
  ]
}

/** Names and addresses are as long as they are. */
const isProse = ({ path }: TextPlace) =>
  path[0] !== 'sites' && !['controller', 'contact', 'decision'].includes(String(path.at(-1)))

const isQuestion = ({ path }: TextPlace) => path[0] === 'questions' && path[2] === 'text'

/** One answer to two questions is no answer; in an open text one may answer both. */
const asksOnce = (tree: Tree, place: TextPlace) =>
  isQuestion(place) && mapOf(valueAt(tree, place.path.slice(0, 2)))['kind'] !== 'text'
