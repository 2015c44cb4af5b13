import type { Frame } from '../frame.tsx'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import type { Fields } from '../../survey/response.ts'
import { link } from '../link.ts'
import { longDate, said } from '../speech.ts'
import { AnswerList } from './answer-list.tsx'
import { citizenPage } from './shell.tsx'
import { SubscribeLink } from './subscribe-link.tsx'

interface Closed {
  questionnaire: Questionnaire
  /** answers that came too late, to be read and kept by the person */
  fields?: Fields
  /** the results are published */
  results: boolean
  /** closed before its date, so its dates say nothing */
  byHand?: boolean
  /** one can ask to be told of results */
  subscribe?: boolean
}

export function closedPage(frame: Frame, closed: Closed): string {
  const { language, words } = frame
  const { questionnaire, fields } = closed
  const { id } = questionnaire
  return citizenPage({
    frame,
    title: words('closed.title'),
    survey: id,
    children: (
      <>
        <h1>{words('closed.title')}</h1>
        <p class="intro">{said(questionnaire.title, language)}</p>
        <p>{closedWords(closed, frame)}</p>
        {closed.results ? (
          <p>
            <a href={link(`/s/${id}/results`, { lang: language })}>{words('closed.results')}</a>
          </p>
        ) : (
          <p>{words('closed.noResults')}</p>
        )}
        {closed.subscribe && <SubscribeLink frame={frame} survey={id} />}
        {fields && <Late questionnaire={questionnaire} fields={fields} frame={frame} />}
      </>
    ),
  })
}

function closedWords({ questionnaire, byHand }: Closed, { language, words }: Frame): string {
  const { opens, closes } = questionnaire
  if (byHand || !closes) return words('closed.byHand')
  const to = longDate(closes, language)
  if (!opens) return words('closed.until', { date: to })
  return words('closed.between', { from: longDate(opens, language), to })
}

function Late(props: { questionnaire: Questionnaire; fields: Fields; frame: Frame }) {
  const { questionnaire, fields, frame } = props
  const { words } = frame
  return (
    <>
      <p class="notice">{words('closed.late')}</p>
      <h2>{words('closed.yours')}</h2>
      <AnswerList questionnaire={questionnaire} fields={fields} frame={frame} />
    </>
  )
}
