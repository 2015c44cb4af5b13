import { questionnairePage } from '../../pages/citizen/questionnaire.tsx'
import type { IssuedSurvey } from '../../store/store.ts'
import type { Face } from './face.ts'
import { zipAround, type Zipped } from './zipped.ts'

interface Served {
  plain(submission: string): string
  zipped(submission: string): Zipped
}

/** So many pages of a survey are kept; one with hundreds of sites makes some anew. */
const REMEMBERED = 100

/** Stands for the sender's id while a page is made; long enough to occur nowhere else. */
const GAP = '0f2c8d1e-submission-goes-here-7b64a953'

/**
 * The empty questionnaire, made once per language and site: a questionnaire never changes. Each
 * request only puts a fresh id into it. What the store reads anew comes as a new object, so old
 * pages go with the old one.
 */
export function makeServed(face: Face) {
  const pages = new WeakMap<IssuedSurvey, Map<string, Served>>()

  return (survey: IssuedSurvey, language: string, site?: string): Served => {
    const here = pages.get(survey) ?? new Map<string, Served>()
    pages.set(survey, here)
    const key = `${language} ${site ?? ''}`
    if (here.size >= REMEMBERED) here.clear()
    const served = here.get(key) ?? make(face, survey, language, site)
    here.set(key, served)
    return served
  }
}

function make(face: Face, survey: IssuedSurvey, language: string, site?: string): Served {
  const html = questionnairePage(face.frame(language, `/s/${survey.id}`, survey), {
    questionnaire: survey.questionnaire,
    submission: GAP,
    fields: {},
    faults: [],
    ...(site !== undefined && { site, channel: 'qr' }),
  })
  const [before, after, ...more] = html.split(GAP)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error('the questionnaire page must hold its id exactly once')
  }
  const zipped = zipAround(before, after)
  return { plain: (submission) => before + submission + after, zipped }
}
