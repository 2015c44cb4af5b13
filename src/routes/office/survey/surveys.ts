import type { FastifyInstance } from 'fastify'
import { firstRoom } from '../../../pages/office/rooms.tsx'
import { surveysPage } from '../../../pages/office/survey/surveys.tsx'
import type { Survey } from '../../../store/store.ts'
import { localDate } from '../../../survey/calendar.ts'
import { one } from '../../../survey/fields.ts'
import { may } from '../../../survey/rights.ts'
import type { Fields } from '../../../survey/response.ts'
import { deletionOf } from '../../../survey/purge.ts'
import { pauseOn, stateOf } from '../../../survey/state.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { userOf } from '../session.ts'

/** With so many surveys, a search field helps. */
const MANY = 8

/** Whether a title has these words in it, in any of its languages. */
function isSought({ id, questionnaire, draft }: Survey, sought: string, language: string) {
  const plain = (words: string) => words.toLocaleLowerCase(language)
  const titles = [id, ...Object.values(draft.title), ...Object.values(questionnaire?.title ?? {})]
  return titles.some((title) => plain(title).includes(plain(sought)))
}

export function surveyRoutes(office: FastifyInstance, { store, clock }: Deps, face: OfficeFace) {
  office.get('/', { config: { right: 'own' } }, async (request, reply) => {
    const { organisation, role } = userOf(request)
    if (!may(role, 'numbers')) return reply.redirect(onward(request, firstRoom(role)), 303)
    const all = await store.surveys(organisation)
    const frame = await face.frame(request, reply)
    const asked = request.query as Fields
    const sought = one(asked, 'q').slice(0, 100)
    const archive = one(asked, 'archive') !== ''
    const listed = all.filter((survey) => survey.archived === archive)
    const found = listed.filter((survey) => isSought(survey, sought, frame.language))
    const rows = await Promise.all(found.map((survey) => rowOf(survey, frame.language)))
    return surveysPage(frame, rows, {
      sought,
      archive,
      many: listed.length > MANY,
      archived: all.filter(({ archived }) => archived).length,
      discarded: one(asked, 'done') === 'discarded',
    })
  })

  async function rowOf(survey: Survey, language: string) {
    const { id, organisation, questionnaire, draft, dates } = survey
    const { title, languages, sites } = questionnaire ?? draft
    const { opens, closes, timeZone } = dates
    return {
      id,
      title: title[language] ?? title[languages[0]!] ?? id,
      state: stateOf(dates, clock()),
      opens,
      // Closed ahead of its last day, that day says nothing.
      closes: dates.closed ? undefined : closes,
      until: pauseOn(dates, localDate(clock(), timeZone))?.until,
      responses: (await store.participation(organisation.id, id))?.responses ?? 0,
      sites: sites.length,
      deletion: deletionOf(survey, clock()),
    }
  }
}
