import { localDate } from '../calendar.ts'
import type { Content } from '../questionnaire.ts'
import { readDraft } from './draft.ts'
import { lenient } from './lenient.ts'
import { type Marks, staleIn } from './marks.ts'
import { missing } from './missing.ts'
import type { DraftFault } from './reasons.ts'
import { listOf, mapOf, type Path, type Tree } from './tree.ts'

/** What has to be right before a survey opens, in the order in which it is asked. */
export const pointNames = [
  'questions',
  'texts',
  'fresh',
  'dates',
  'timeZone',
  'sites',
  'purpose',
  'controller',
  'contact',
  'legalBasis',
  'retention',
  'smallestGroup',
  'rest',
] as const
export type PointName = (typeof pointNames)[number]

/** One field that stands in the way. */
export interface Lack {
  path: Path
  code: 'missing' | 'stale' | 'unsaid' | 'past' | DraftFault['code']
  values: DraftFault['values']
}

export interface Point {
  name: PointName
  /** [] where all is well */
  lacks: Lack[]
}

export interface Checklist {
  points: Point[]
  /** as it would be issued; absent while something is faulty or missing */
  content?: Content
}

/** Everything that opening a draft asks for, each with what is still missing. */
export function checklistOf(
  { tree, marks }: { tree: Tree; marks: Marks },
  id: string,
  known: string[],
  now: number,
): Checklist {
  const read = readDraft({ ...tree, id }, known)
  const content = 'content' in read ? read.content : lenient(tree, id, known)
  const faults = 'faults' in read ? read.faults : []
  const lacks: Lack[] = [
    ...faults,
    ...gapsIn(content, faults),
    ...staleIn(tree, marks).map(({ path, before }) => lack(path, 'stale', { before })),
    ...datesOf(content, faults, now),
    ...(content.sites.length === 0 && !Object.hasOwn(tree, 'sites')
      ? [lack(['sites'], 'unsaid')]
      : []),
  ]
  const points = pointNames.map((name) => ({
    name,
    lacks: lacks.filter((one) => pointOf(one) === name),
  }))
  return { points, ...(lacks.length === 0 && { content }) }
}

const lack = (path: Path, code: Lack['code'], values: Lack['values'] = {}): Lack => ({
  path,
  code,
  values,
})

/** In a faulty draft, what is faulty is left out: places in lists would be those of others. */
function gapsIn(content: Content, faults: DraftFault[]): Lack[] {
  const isSure = ([first]: Path) => faults.length === 0 || !listOf(mapOf(content)[first!]).length
  const isFaulty = (path: Path) => faults.some((fault) => fault.path.join() === path.join())
  return missing(content)
    .filter((path) => isSure(path) && !isFaulty(path))
    .map((path) => lack(path, 'missing'))
}

function datesOf({ opens, closes, timeZone }: Content, faults: DraftFault[], now: number): Lack[] {
  const isFaulty = (name: string) => faults.some(({ path }) => path[0] === name)
  const isPast = closes !== undefined && closes < localDate(now, timeZone)
  return [
    ...(opens === undefined && !isFaulty('opens') ? [lack(['opens'], 'missing')] : []),
    ...(closes === undefined && !isFaulty('closes') ? [lack(['closes'], 'missing')] : []),
    ...(isPast ? [lack(['closes'], 'past')] : []),
  ]
}

function pointOf({ path, code }: Lack): PointName {
  const [first, second] = path.map(String)
  if (code === 'stale') return 'fresh'
  if (first === 'opens' || first === 'closes') return 'dates'
  if (first === 'sites' && path.length === 1) return 'sites'
  if (first === 'questions' && path.length === 1) return 'questions'
  if (first === 'timeZone' || first === 'smallestGroup') return first
  if (second === 'retainUntil' || second === 'decision') return 'retention'
  const named = pointNames.find((name) => first === 'privacy' && name === second)
  if (named) return named
  const isText = code === 'missing' || code === 'text' || code === 'long'
  return isText ? 'texts' : first === 'questions' ? 'questions' : 'rest'
}
