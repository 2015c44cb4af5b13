import type { ResultsView } from '../pages/citizen/results/view.ts'
import { addressOf } from '../config.ts'
import type { IssuedSurvey, Published } from '../store/store.ts'
import { localDate } from '../survey/calendar.ts'
import { asHeld } from '../survey/tablets/grace.ts'
import { Problem } from '../survey/problem.ts'
import { type Edition, standingOf } from '../survey/publication/publication.ts'
import { publicRelease } from '../survey/publication/published.ts'
import { newestOf } from '../survey/publication/undertaking.ts'
import type { Deps } from './deps.ts'
import { isSubscribingOffered } from './subscribing.ts'

export type PublishedResults = ReturnType<typeof makePublished>

/** What is public of results, as every door that needs no sign-in gives it. */
export function makePublished(deps: Deps) {
  const { store, config, clock } = deps
  const address = addressOf(config)

  /** How the results of a survey stand; undefined where there is no such survey. */
  async function standing(id: string) {
    const survey = await store.issued(id)
    if (!survey) return undefined
    const published = await store.published(id)
    return { survey, published, standing: standingOf(published.steps) }
  }

  /** Results that are public now, or were withdrawn; any other is unknown. */
  async function find(id: string) {
    const found = await standing(id)
    if (!found || found.standing.state === 'none') throw new Problem('unknown')
    return { ...found, standing: found.standing }
  }

  /** All results that are public now, newest first. */
  async function all() {
    const ids = await store.allPublished()
    const found = await Promise.all(ids.map(standing))
    return found.flatMap((one) =>
      one?.standing.state === 'published' ? [{ ...one, standing: one.standing }] : [],
    )
  }

  /** An edition as the public sees it, or would see it if it were published now. */
  async function view(
    survey: IssuedSurvey,
    edition: Edition,
    { steps, undertakings }: Published,
  ): Promise<ResultsView> {
    const { id, organisation, questionnaire, dates } = survey
    const release = await store.release(organisation.id, id)
    if (!release?.final) throw new Problem('unknown')
    const dayOf = (instant: number) => localDate(instant, dates.timeZone)
    const standing = standingOf(steps)
    const isPublic = standing.state === 'published'
    return {
      questionnaire: asHeld(questionnaire, dates),
      edition,
      release: publicRelease(release, edition),
      quotes: await quotesOf(survey, edition),
      quotesGone: edition.quotes.length > 0 ? survey.purge?.on : undefined,
      undertakings: newestOf(undertakings),
      publishedOn: dayOf(isPublic ? Date.parse(standing.first.at) : clock()),
      amendments: isPublic
        ? standing.amendments.map(({ at, note }) => ({ on: dayOf(Date.parse(at)), note }))
        : [],
      address,
      subscribe: await isSubscribingOffered(deps, survey),
    }
  }

  async function quotesOf({ id, organisation }: IssuedSurvey, { quotes }: Edition) {
    if (quotes.length === 0) return []
    const { comments } = (await store.comments(organisation.id, id))!
    // What moderators hid or masked since is gone from here as from everywhere.
    return quotes
      .flatMap((quote) => comments.filter((comment) => comment.id === quote))
      .filter(({ quotable, hiding }) => quotable && !hiding)
      .map(({ id, field, text, language }) => ({ id, field, text, language }))
  }

  return { address, standing, find, all, view }
}
