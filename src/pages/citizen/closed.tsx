import type { Frame } from '../frame.tsx'
import { askedOf } from '../../survey/conditions.ts'
import { one } from '../../survey/fields.ts'
import { ruleOf } from '../../survey/kinds/kinds.ts'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import type { Fields } from '../../survey/response.ts'
import { fixedWords } from '../fields/field.ts'
import { link } from '../link.ts'
import { longDate, said } from '../speech.ts'
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
  const { language, words } = frame
  const asked = askedOf(questionnaire.questions, fields)
  const site = questionnaire.sites.find(({ id }) => id === one(fields, 'site'))
  return (
    <>
      <p class="notice">{words('closed.late')}</p>
      <h2>{words('closed.yours')}</h2>
      <dl>
        {site && (
          <>
            <dt>{words('site.question')}</dt>
            <dd>{said(site.name, language)}</dd>
          </>
        )}
        {questionnaire.questions.map((question) => {
          const lines = ruleOf(question).print(question, fields, language, fixedWords(words))
          if (lines.length === 0 && !asked.includes(question)) return null
          return (
            <>
              <dt>{said(question.text, language)}</dt>
              {lines.length === 0 && <dd class="muted">{words('closed.blank')}</dd>}
              {lines.map((line) => (
                <dd>{line}</dd>
              ))}
            </>
          )
        })}
      </dl>
    </>
  )
}
