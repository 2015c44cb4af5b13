import type { Questionnaire } from '../questionnaire.ts'
import type { Release } from '../release.ts'
import type { Edition } from './publication.ts'

/** The part of the questionnaire that was picked, in its order. */
export const pickedQuestionnaire = (
  questionnaire: Questionnaire,
  { questions }: Pick<Edition, 'questions'>,
): Questionnaire => ({
  ...questionnaire,
  questions: questionnaire.questions.filter(({ id }) => questions.some((one) => one.id === id)),
})

/**
 * The part of the stored final release that was picked: whole tables of it and nothing worked out
 * anew, so that nothing is public that the release rule has not let out.
 */
export function publicRelease(
  release: Release,
  { questions }: Pick<Edition, 'questions'>,
): Release {
  const everyone = new Set(questions.map(({ id }) => id))
  const bySite = new Set(questions.filter(({ sites }) => sites).map(({ id }) => id))
  return {
    ...release,
    groups: release.groups
      // Nobody picks breakdowns: how many are in each would tell of the question that they are by.
      .filter(({ by }) => by === 'all' || by === 'site')
      .map((group) => {
        const picked = group.by === 'all' ? everyone : bySite
        return { ...group, questions: group.questions.filter(({ id }) => picked.has(id)) }
      })
      .filter(({ by, questions: tables }) => by === 'all' || tables.length > 0),
    pooled: {},
    unshown: [],
  }
}
