import { ruleOf } from '../kinds/kinds.ts'
import { type Content, DONT_KNOW, type Question } from '../questionnaire.ts'

/**
 * What a new questionnaire would change in the meaning of answers already collected. Texts may be
 * corrected and questions, options and sites added; nothing that was answered may go or turn into
 * something else. [] where the new one may be issued.
 */
export function breaking(before: Content, after: Content): string[] {
  return [
    ...(before.smallestGroup === after.smallestGroup
      ? []
      : ['smallestGroup: batches of the old size have been counted']),
    ...(before.timeZone === after.timeZone ? [] : ['timeZone: answers are dated in the old zone']),
    ...before.sites
      .filter((site) => !after.sites.some((other) => other.id === site.id))
      .map((site) => `sites: "${site.id}" is gone`),
    ...before.questions.flatMap((question) => {
      const now = after.questions.find((other) => other.id === question.id)
      return now ? changed(question, now) : [`questions: "${question.id}" is gone`]
    }),
  ]
}

/**
 * What a new questionnaire would take back of the privacy notice that those who have answered
 * were shown. An earlier deletion is better than promised, and contacts may change. [] where
 * every promise is kept.
 */
export function worsened(before: Content, after: Content): string[] {
  const languages = before.languages.filter((language) => after.languages.includes(language))
  const promised = before.privacy.retainUntil
  return [
    ...(['purpose', 'controller', 'legalBasis'] as const)
      .filter((name) =>
        languages.some((one) => before.privacy[name][one] !== after.privacy[name][one]),
      )
      .map((name) => `privacy.${name}: those who have answered were told something else`),
    ...(after.privacy.retainUntil > promised
      ? [`privacy.retainUntil: deletion by ${promised} was promised to those who have answered`]
      : []),
  ]
}

function changed(before: Question, after: Question): string[] {
  const at = `question "${before.id}"`
  if (before.kind !== after.kind) return [`${at}: kind was ${before.kind}`]
  if (JSON.stringify(before.showIf) !== JSON.stringify(after.showIf)) {
    return [`${at}: showIf: it was asked of others before`]
  }
  const offered = ruleOf(after).options(after)
  const gone = ruleOf(before)
    .options(before)
    .filter((id) => !offered.includes(id))
    .map((id) => `${at}: option "${id}" is gone`)
  if (before.kind === 'scale' && after.kind === 'scale') {
    if (before.from !== after.from || before.to !== after.to) {
      return [`${at}: the scale was ${before.from} to ${before.to}`]
    }
    return before.dontKnow && !after.dontKnow ? [`${at}: option "${DONT_KNOW}" is gone`] : []
  }
  if (before.kind === 'ranking' && after.kind === 'ranking') {
    const same = before.max === after.max && before.options.length === after.options.length
    return same ? gone : [...gone, `${at}: places or options of a ranking may not change`]
  }
  return gone
}
