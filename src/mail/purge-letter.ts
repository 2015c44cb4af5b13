import type { Claimed, Letter } from '../survey/people/letter.ts'
import { numbersIn } from '../pages/office/numbers.ts'
import { aboutOf, addressed, addressOf, colleagueOf, type Desk } from './letters.ts'

type PurgeLetter = Claimed & { letter: Extract<Letter, { kind: 'purge' }> }

/** Tells of a deletion that is near; nothing where it has been made, or the person has left. */
export async function purgeLetter(desk: Desk, { letter, language }: PurgeLetter) {
  const { organisation, person, survey: id } = letter
  const colleague = await colleagueOf(desk, organisation, person)
  const survey = await desk.store.surveyOf(organisation, id)
  if (colleague?.state !== 'active' || !survey?.questionnaire || survey.purge) return undefined
  const { title, languages, privacy } = survey.questionnaire
  const about = await aboutOf(desk, organisation, language)
  const date = numbersIn(language).date(privacy.retainUntil)
  const named = { title: title[language] ?? title[languages[0]!] ?? id, date }
  return addressed(about, colleague, {
    subject: about.words('keeping:letter.subject', named),
    before: [about.words('keeping:letter.text', named), about.words('keeping:letter.before')],
    action: {
      label: about.words('keeping:letter.action'),
      address: addressOf(desk, `/office/surveys/${encodeURIComponent(id)}/state`, language),
    },
    after: [],
  })
}
