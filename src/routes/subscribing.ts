import type { IssuedSurvey } from '../store/store.ts'
import type { Deps } from './deps.ts'

/** Whether the pages of a survey lead to where one asks to be told of results. */
export const isSubscribingOffered = async (deps: Deps, survey: IssuedSurvey) =>
  deps.config.mail !== undefined && !(await isOver(deps, survey))

/** No more letters come. */
export const isOver = async ({ subscriptions }: Deps, { id, archived }: IssuedSurvey) =>
  archived || (await subscriptions.hasEnded(id))
