import type { ComponentChildren } from 'preact'
import type { Deletion, Purge } from '../../../survey/purge.ts'
import { weekdayDate } from '../../speech.ts'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { momentsIn } from '../moments.ts'
import { numbersIn } from '../numbers.ts'
import { type SurveyFacts, surveyPath } from './survey-facts.tsx'

/** What of a deletion stands in the list of surveys; '' where it is far away. */
export function deletionLine({ words, language }: OfficeFrame, { left, purge }: Deletion): string {
  if (purge) return words('keeping:gone.list', { date: numbersIn(language).date(purge.on) })
  return left === undefined ? '' : words('keeping:soon.list', { count: left })
}

/** On a survey's page: that its responses are soon deleted, or were. */
export function DeletionNotice({ frame, facts }: { frame: OfficeFrame; facts: SurveyFacts }) {
  const { words, language } = frame
  const { deletion, responses } = facts
  if (!deletion || responses === 0) return null
  const { on, left, purge } = deletion
  if (purge) {
    return (
      <p class="notice">
        {words('keeping:gone.text', { date: numbersIn(language).date(purge.on) })}{' '}
        <a href={surveyPath(frame, facts, '/deletion')}>{words('keeping:gone.link')}</a>
      </p>
    )
  }
  if (left === undefined) return null
  return (
    <div class="notice">
      <h2>{words('keeping:soon.title', { count: left })}</h2>
      <p>{words('keeping:soon.text', { date: weekdayDate(on, language) })}</p>
      <p>
        {words('keeping:soon.promised')} {words('keeping:soon.stays')}
      </p>
    </div>
  )
}

interface ProtocolView {
  facts: SurveyFacts
  purge: Purge
}

/** The protocol of a deletion, to be read, printed and saved. */
export function deletionPage(frame: OfficeFrame, { facts, purge }: ProtocolView): string {
  const { words } = frame
  const say = (key: string) => words(`keeping:page.${key}`)
  const eyebrow = say('eyebrow')
  return officeDocument(
    frame,
    { title: words('life:open.page', { eyebrow, title: facts.title }) },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office')}>{words('office:dashboard.back')}</a>
      </p>
      <h1>
        <span class="eyebrow">{eyebrow}</span> {facts.title}
      </h1>
      <Facts frame={frame} facts={facts} purge={purge} />
      <h2>{say('staysTitle')}</h2>
      <ul>
        <li>{say('numbers')}</li>
        <li>{say('participation')}</li>
        <li>{say('questions')}</li>
      </ul>
      <p>{say('backups')}</p>
      <section class="not-printed" aria-labelledby="files">
        <h2 id="files">{say('files')}</h2>
        <ul class="ways">
          <li>
            <a href={surveyPath({ ...frame, languageChosen: false }, facts, '/deletion.csv')}>
              {say('csv')}
            </a>
          </li>
          <li>
            <a href={surveyPath({ ...frame, languageChosen: false }, facts, '/deletion.json')}>
              {say('json')}
            </a>
          </li>
        </ul>
        <p class="quiet">{say('print')}</p>
      </section>
    </>,
  )
}

function Facts({ frame, facts, purge }: ProtocolView & { frame: OfficeFrame }) {
  const { words, language, organisation } = frame
  const numbers = numbersIn(language)
  const { decision, reason, erasedAt } = purge
  return (
    <dl class="facts">
      <Fact frame={frame} name="survey">
        {facts.title} <span class="quiet">{facts.id}</span>
      </Fact>
      <Fact frame={frame} name="organisation">
        {organisation?.name}
      </Fact>
      <Fact frame={frame} name="responses">
        {numbers.count(purge.responses)}
      </Fact>
      <Fact frame={frame} name="texts">
        {numbers.count(purge.texts)}
      </Fact>
      <Fact frame={frame} name="decision">
        {decision[language] ?? Object.values(decision)[0]}
      </Fact>
      <Fact frame={frame} name="promised">
        {numbers.date(purge.retainUntil)}
      </Fact>
      <Fact frame={frame} name="on">
        {numbers.date(purge.on)}
      </Fact>
      <Fact frame={frame} name="way">
        {words(`keeping:way.${purge.way}`)}
      </Fact>
      {reason !== undefined && (
        <Fact frame={frame} name="reason">
          {reason}
        </Fact>
      )}
      <Fact frame={frame} name="erased">
        {erasedAt === undefined
          ? words('keeping:page.pending')
          : momentsIn(language).exact(Date.parse(erasedAt), facts.dates.timeZone)}{' '}
        {purge.pages !== undefined && (
          <span class="quiet">
            {words('keeping:page.pages', {
              count: purge.pages,
              number: numbers.count(purge.pages),
            })}
          </span>
        )}
      </Fact>
    </dl>
  )
}

const Fact = (props: { frame: OfficeFrame; name: string; children: ComponentChildren }) => (
  <div>
    <dt>{props.frame.words(`keeping:page.${props.name}`)}</dt>
    <dd>{props.children}</dd>
  </div>
)
