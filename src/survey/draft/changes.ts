import { breakdownsOf } from '../breakdown.ts'
import { ruleOf } from '../kinds/kinds.ts'
import { type Content, DONT_KNOW, type Question, type QuestionOf } from '../questionnaire.ts'
import { type Break, broken } from './breaks.ts'

/**
 * What a new questionnaire would change in the meaning of answers already collected. Texts may be
 * corrected and questions, options and sites added; nothing that was answered may go or turn into
 * something else. [] where the new one may be issued.
 */
export function breaking(before: Content, after: Content): Break[] {
  return [
    ...(before.smallestGroup === after.smallestGroup ? [] : [broken('smallestGroup')]),
    ...(breakdownsOf(before).join() === breakdownsOf(after).join() ? [] : [broken('breakdowns')]),
    ...(before.timeZone === after.timeZone ? [] : [broken('timeZone')]),
    ...before.sites
      .filter((site) => !after.sites.some((other) => other.id === site.id))
      .map((site) => broken('site', { site: site.id })),
    ...before.questions.flatMap((question) => {
      const now = after.questions.find((other) => other.id === question.id)
      return now ? changed(question, now) : [broken('question', { question: question.id })]
    }),
  ]
}

/**
 * What a new questionnaire would take back of the privacy notice that those who have answered
 * were shown. An earlier deletion is better than promised, and contacts may change. [] where
 * every promise is kept.
 */
export function worsened(before: Content, after: Content): Break[] {
  const languages = before.languages.filter((language) => after.languages.includes(language))
  const promised = before.privacy.retainUntil
  return [
    ...(['purpose', 'controller', 'legalBasis'] as const)
      .filter((name) =>
        languages.some((one) => before.privacy[name][one] !== after.privacy[name][one]),
      )
      .map((name) => broken('promise', { name })),
    ...(after.privacy.retainUntil > promised ? [broken('retention', { date: promised })] : []),
  ]
}

function changed(before: Question, after: Question): Break[] {
  const question = before.id
  if (before.kind !== after.kind) return [broken('kind', { question, kind: before.kind })]
  if (JSON.stringify(before.showIf) !== JSON.stringify(after.showIf)) {
    return [broken('showIf', { question })]
  }
  if (before.kind === 'number' && after.kind === 'number') {
    const same = sortedBy(before) === sortedBy(after)
    return same ? [] : [broken('number', { question })]
  }
  const offered = ruleOf(after).options(after)
  const gone = ruleOf(before)
    .options(before)
    .filter((id) => !offered.includes(id))
    .map((option) => broken('option', { question, option }))
  if (before.kind === 'scale' && after.kind === 'scale') {
    const { from, to } = before
    if (from !== after.from || to !== after.to) return [broken('scale', { question, from, to })]
    const isLess = before.dontKnow && !after.dontKnow
    return isLess ? [broken('option', { question, option: DONT_KNOW })] : []
  }
  if (before.kind === 'ranking' && after.kind === 'ranking') {
    const same = before.max === after.max && before.options.length === after.options.length
    return same ? gone : [...gone, broken('ranking', { question })]
  }
  return gone
}

/** What decides in which bin a number falls. */
const sortedBy = ({ from, to, decimals, bins }: QuestionOf<'number'>) =>
  JSON.stringify([from, to, decimals, bins])
