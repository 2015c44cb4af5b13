import { isDate, isZone } from '../calendar.ts'
import { MOST_GRACE_DAYS } from '../questionnaire.ts'
import type { Content, Question, Site } from '../questionnaire.ts'
import { NO_SITE, OTHERS } from '../release.ts'
import { readBreakdowns } from './breakdowns.ts'
import { Node, unique } from './node.ts'
import { readQuestion } from './question.ts'
import type { DraftFault } from './reasons.ts'

/** The least that "smallest group" may be. */
export const SMALLEST_GROUP = 5

const fieldNames = [
  'id',
  'languages',
  'title',
  'intro',
  'opens',
  'closes',
  'timeZone',
  'sites',
  'smallestGroup',
  'graceDays',
  'breakdowns',
  'privacy',
  'questions',
] as const

/**
 * Reads the content of a survey file (an untrusted tree) with every fault at once. A draft may
 * lack words and dates; what is there must be right. `missing` says what opening still needs.
 */
export function readDraft(
  tree: unknown,
  known: string[],
): { content: Content } | { faults: DraftFault[] } {
  const root = new Node(tree)
  const fields = root.fields(fieldNames)
  const languages = readLanguages(fields.languages, known)
  const sites = readSites(fields.sites, languages)
  const questions: Question[] = []
  const ids: { id: string; node: Node }[] = []
  for (const node of fields.questions.items(0, 50)) {
    const question = readQuestion(node, languages, questions)
    if (!question) continue
    questions.push(question)
    ids.push({ id: question.id, node })
  }
  unique(ids)
  const breakdowns = readBreakdowns(fields.breakdowns, questions)
  const opens = readDate(fields.opens)
  const closes = readDate(fields.closes)
  if (opens && closes && closes < opens) fields.closes.fault('closesFirst')
  const content: Content = {
    id: fields.id.id(),
    languages,
    title: fields.title.text(languages, 200),
    intro: fields.intro.text(languages, 2000),
    ...(opens && { opens }),
    ...(closes && { closes }),
    timeZone: readZone(fields.timeZone),
    smallestGroup: fields.smallestGroup.absent
      ? SMALLEST_GROUP
      : fields.smallestGroup.whole(SMALLEST_GROUP, 1000),
    ...(!fields.graceDays.absent && { graceDays: fields.graceDays.whole(0, MOST_GRACE_DAYS) }),
    ...(breakdowns.length > 0 && { breakdowns }),
    sites,
    privacy: readPrivacy(fields.privacy, languages, closes),
    questions,
  }
  return root.faults.length > 0 ? { faults: root.faults } : { content }
}

function readLanguages(node: Node, known: string[]): string[] {
  const read = node.items(1, 20).map((item) => {
    const language = item.words(20)
    if (language && !known.includes(language)) {
      item.fault('language', { language, known: known.join(', ') })
    }
    return { id: language, node: item }
  })
  unique(read)
  return read.map(({ id }) => id)
}

function readSites(node: Node, languages: string[]): Site[] {
  const read = node.items(0, 2000).map((item) => {
    const fields = item.fields(['id', 'name', 'listed'])
    const site: Site = {
      id: fields.id.id([NO_SITE, OTHERS, 'all']),
      name: fields.name.text(languages, 100),
      ...(!fields.listed.absent && { listed: fields.listed.whole(0, 100_000_000) }),
    }
    return { site, node: fields.id }
  })
  unique(read.map(({ site, node }) => ({ id: site.id, node })))
  return read.map(({ site }) => site)
}

function readPrivacy(node: Node, languages: string[], closes: string | undefined) {
  const names = [
    'purpose',
    'controller',
    'contact',
    'legalBasis',
    'retainUntil',
    'decision',
  ] as const
  const fields = node.absent ? new Node({}).fields(names) : node.fields(names)
  const retainUntil = readDate(fields.retainUntil) ?? ''
  if (retainUntil && closes && retainUntil < closes) {
    fields.retainUntil.fault('deletedFirst')
  }
  return {
    purpose: fields.purpose.text(languages, 1000),
    controller: fields.controller.text(languages, 300),
    contact: fields.contact.text(languages, 300),
    legalBasis: fields.legalBasis.text(languages, 1000),
    retainUntil,
    decision: fields.decision.text(languages, 100),
  }
}

function readDate(node: Node): string | undefined {
  if (node.absent) return undefined
  if (typeof node.value === 'string' && isDate(node.value)) return node.value
  node.fault('date')
  return undefined
}

function readZone(node: Node): string {
  if (node.absent) return 'Europe/Stockholm'
  if (typeof node.value === 'string' && isZone(node.value)) return node.value
  node.fault('zone')
  return 'UTC'
}
