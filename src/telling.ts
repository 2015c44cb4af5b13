import type { Interface } from './i18n.ts'
import type { IssuedSurvey, Published, Store } from './store/store.ts'
import type { Subscriptions } from './store/subscriptions.ts'
import { standingOf } from './survey/publication/publication.ts'
import { type Turn, turnsOf } from './survey/publication/turn.ts'
import type { News } from './survey/subscription.ts'

interface Surroundings {
  store: Store
  subscriptions: Subscriptions
  interface: Interface
}

/** How much had been published when it was last told in this process, all of it. */
const told = new WeakMap<Subscriptions, number>()

/**
 * Tells subscribers what has been published, and takes back what no longer stands and has not been
 * sent. Publications and subscribers are in two databases: this looks at all there is, whenever
 * there is more than the last time.
 */
export async function tellSubscribers({ store, subscriptions, interface: face }: Surroundings) {
  const published = await store.publicationCount()
  if (told.get(subscriptions) === published) return
  const failures: unknown[] = []
  for (const survey of await store.allIssued()) {
    await tellOf(survey).catch((error) => failures.push(error))
  }
  // One survey that cannot be told of holds no other up.
  if (failures.length > 0) throw failures[0]
  told.set(subscriptions, published)

  async function tellOf(survey: IssuedSurvey) {
    const published = await store.published(survey.id)
    const { now, over } = turnsOf(published.steps, published.undertakings)
    for (const turn of over) {
      const id = newsId(survey, turn)
      if (await subscriptions.news(id)) await subscriptions.takeBack(id)
    }
    for (const turn of now) {
      await subscriptions.tell(newsOf(survey, published, turn, face))
    }
  }
}

const newsId = ({ id: survey }: IssuedSurvey, { what, id, version }: Turn) =>
  `${survey} ${what} ${id} ${version}`

function newsOf(survey: IssuedSurvey, published: Published, turn: Turn, face: Interface): News {
  const { id, questionnaire } = survey
  const about = { id: newsId(survey, turn), survey: id, path: `/s/${id}/results` }
  if (turn.what === 'results') {
    const standing = standingOf(published.steps)
    const summary = standing.state === 'published' ? standing.edition.summary : {}
    // The letter's own words name the survey.
    return { ...about, kind: 'results', title: {}, summary }
  }
  const told = published.undertakings.findLast((one) => one.id === turn.id)!.body
  const isDecision = told.state === 'decided' || told.state === 'declined'
  const titles = questionnaire.languages.map((language) => {
    const state = face.words(language)(`publishing:did.state.${told.state}`)
    return [language, `${state}: ${told.said[language]}`]
  })
  return {
    ...about,
    kind: isDecision ? 'decision' : 'did',
    title: Object.fromEntries(titles) as News['title'],
    summary: told.did,
  }
}
