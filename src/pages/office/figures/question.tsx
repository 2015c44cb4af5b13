import { Fragment } from 'preact'
import type { Question } from '../../../survey/questionnaire.ts'
import { textFields } from '../../../survey/receive.ts'
import type { Table } from '../../../survey/table.ts'
import { askedOf } from './asked-of.ts'
import { BrokenDown } from './broken-down.tsx'
import { Comparison } from './comparison.tsx'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import { Duels } from './duels.tsx'
import type { OfficeFrame } from '../frame.tsx'
import { Figure } from './figure.tsx'
import { findingsOf } from './findings.ts'
import { messageOf } from './message.ts'
import type { Reader } from '../reader.ts'
import { Texts } from './texts.tsx'
import { ThemesFigure } from './themes-figure.tsx'
import { Worth } from './worth.tsx'

export interface QuestionProps {
  reader: Reader
  view: DashboardView
  question: Question
  /** its place in the questionnaire, from 1 */
  number: number
}

/** One question: its message, its numbers for everyone and by site, and the words people wrote. */
export function QuestionPart(props: QuestionProps & { frame: OfficeFrame }) {
  const { reader, view, question, number } = props
  const { words } = reader
  const all = tableIn(view, 'all', question.id)
  const findings = findingsOf(view, question)
  if (!all || !findings) return null
  const heading = `question-${question.id}`
  return (
    <section class="question" aria-labelledby={heading}>
      <h3 id={heading}>
        <span class="eyebrow">{words('question.number', { number })}</span>{' '}
        <span>{messageOf(reader, question, findings.table, view.release.final)}</span>
      </h3>
      <p class="question-text" lang={reader.lang}>
        {reader.text(question.text)}
      </p>
      <Basis {...props} table={all} />
      <Condition {...props} />
      <Worth {...props} findings={findings} />
      {question.kind !== 'text' && <Figure {...props} findings={findings} all={all} />}
      <Duels {...props} table={all} />
      <Comparison {...props} findings={findings} />
      <BrokenDown {...props} />
      {textFields(question).map((field) => (
        <Fragment key={field}>
          <ThemesFigure {...props} field={field} />
          <Texts {...props} field={field} />
        </Fragment>
      ))}
    </section>
  )
}

function tableIn(view: DashboardView, group: string, question: string): Table | undefined {
  const found = view.release.groups.find(({ id }) => id === group)
  return found?.questions.find(({ id }) => id === question)
}

/** How many answers the numbers are made from, of how many that came in. */
function Basis(props: QuestionProps & { table: Table }) {
  const said = basisOf(props)
  return said === undefined ? null : <p class="quiet">{said}</p>
}

type Source = Pick<QuestionProps, 'reader' | 'view' | 'question'>

export function basisOf({ reader, view, question, table }: Source & { table: Table }) {
  const { words, numbers } = reader
  const { release, participation } = view
  if (table.withheld || participation.responses === 0) return undefined
  const kind = question.kind === 'text' ? 'text' : 'answers'
  return words(`basis.${kind}.${release.final ? 'final' : 'steps'}`, {
    n: numbers.count(table.n + (table.dontKnow ?? 0)),
    responses: numbers.count(participation.responses),
  })
}

/** Whom a follow-up question was asked of. */
function Condition({ reader, view, question }: QuestionProps) {
  const said = askedOf(reader, view.questionnaire, question)
  return said === undefined ? null : <p class="quiet">{said}</p>
}
