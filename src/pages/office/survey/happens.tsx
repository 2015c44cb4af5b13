import type { Content } from '../../../survey/questionnaire.ts'
import { weekdayDate } from '../../speech.ts'
import type { OfficeFrame } from '../frame.tsx'
import type { SurveyFacts } from './survey-facts.tsx'

interface Props {
  frame: OfficeFrame
  facts: SurveyFacts
  content: Content
}

/** What issuing brings about, and when, in words. */
export function Happens({ frame, facts, content }: Props) {
  const { words, language } = frame
  const { opens, closes, sites, privacy, languages } = content
  const { today, number, state, id } = facts
  const day = (date: string) => weekdayDate(date, language)
  const runs = number > 0 && state !== 'scheduled'
  return (
    <ul>
      <li>{words('life:happens.number', { number: number + 1 })}</li>
      {runs ? (
        <li>{words(`life:happens.running.${state}`)}</li>
      ) : opens && opens > today ? (
        <li>{words('life:happens.later', { date: day(opens), zone: content.timeZone })}</li>
      ) : (
        <li>{words('life:happens.now')}</li>
      )}
      {closes && <li>{words('life:happens.closes', { date: day(closes) })}</li>}
      <li>{words('life:happens.address', { address: `/s/${id}`, count: languages.length })}</li>
      {sites.length > 0 && <li>{words('life:happens.tablets')}</li>}
      <li>{words('life:happens.fixed')}</li>
      <li>{words('life:happens.deleted', { date: day(privacy.retainUntil) })}</li>
    </ul>
  )
}
