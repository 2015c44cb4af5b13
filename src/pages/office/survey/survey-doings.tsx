import type { ComponentChildren } from 'preact'
import { addDays } from '../../../survey/calendar.ts'
import type { MoveName } from '../../../survey/life.ts'
import { weekdayDate } from '../../speech.ts'
import { Doing } from '../tablets/device-forms.tsx'
import { Csrf, type OfficeFrame } from '../frame.tsx'
import { Labelled } from '../labelled.tsx'
import { numbersIn } from '../numbers.ts'
import { surveyPath } from './survey-facts.tsx'
import type { StateView } from './survey-state.tsx'

interface Props {
  frame: OfficeFrame
  view: StateView
  /** said beside the field that is wrong */
  fault: string | undefined
}

/** Everything that can be done with a survey as it stands; each says what follows from it. */
export function SurveyDoings(props: Props) {
  const { words } = props.frame
  const { moves, facts } = props.view
  return (
    <section class="doings" aria-labelledby="doings">
      <h2 id="doings">{words('life:state.doings')}</h2>
      {moves.map((what) => (
        <MoveForm key={what} {...props} what={what} />
      ))}
      {facts.number === 0 && <DiscardForm {...props} />}
    </section>
  )
}

function MoveForm(props: Props & { what: MoveName }) {
  const { frame, view, what } = props
  const { words } = frame
  const { facts, fault } = view
  const dated = what === 'pause' || what === 'reopen'
  const isFaulty = fault !== undefined && dated && fault.field === fieldOf(what)
  return (
    <Doing title={words(`life:move.${what}.title`)} open={isFaulty}>
      <ul>
        {consequences(frame, view, what).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <form method="post" action={surveyPath(frame, facts, '/state')} noValidate>
        <Csrf frame={frame} />
        <input type="hidden" name="what" value={what} />
        <input type="hidden" name="seen" value={facts.seen} />
        {dated && <DateField {...props} name={fieldOf(what)} />}
        <Button danger={what === 'close'}>{words(`life:move.${what}.send`)}</Button>
      </form>
    </Doing>
  )
}

const fieldOf = (what: 'pause' | 'reopen') => (what === 'pause' ? 'until' : 'closes')

/** What follows, in sentences. */
function consequences({ words, language }: OfficeFrame, view: StateView, what: MoveName): string[] {
  const { facts } = view
  const { dates, today, responses, state } = facts
  const day = (date: string) => weekdayDate(date, language)
  const say = (key: string, values?: Record<string, string | number>) =>
    words(`life:follows.${key}`, values)
  const count = { count: responses, number: numbersIn(language).count(responses) }
  const until =
    dates.closes && dates.closes >= today ? [say('until', { date: day(dates.closes) })] : []
  const lines: Record<MoveName, string[]> = {
    open: [say('open'), say('openDate', { date: day(today) }), ...until],
    pause: [say('pause'), say('pauseBegun'), say('pauseTablets'), ...until],
    resume: [say('resume'), say('resumeTablets'), ...until],
    close: [
      say(state === 'scheduled' ? 'closeScheduled' : 'close', count),
      say('closeTablets', { count: dates.graceDays ?? 7 }),
      say('closeFinal'),
    ],
    reopen: [say('reopen', count), say('reopenFinal')],
    archive: [say('archive'), say('archiveKept')],
    unarchive: [say('unarchive')],
  }
  return lines[what]
}

interface DateFieldProps extends Props {
  name: 'until' | 'closes'
}

function DateField({ frame, view, fault: said, name }: DateFieldProps) {
  const { words } = frame
  const { facts, fault, latest } = view
  const { closes } = facts.dates
  const isFaulty = fault?.field === name
  const standing = name === 'closes' && closes && closes >= facts.today ? closes : ''
  const last = name === 'until' ? closes && addDays(closes, -1) : latest
  return (
    <Labelled
      name={name}
      label={words(`life:date.${name}`)}
      hint={words(`life:date.${name}Hint`)}
      fault={isFaulty ? said : undefined}
    >
      {(tied) => (
        <input
          {...tied}
          class="date"
          type="date"
          value={isFaulty ? fault.given : standing}
          min={facts.today}
          max={last || undefined}
        />
      )}
    </Labelled>
  )
}

function DiscardForm({ frame, view }: Props) {
  const { words } = frame
  const { facts, revision, proof } = view
  return (
    <Doing title={words('life:discard.title')}>
      <ul>
        <li>{words('life:discard.gone')}</li>
        <li>{words('life:discard.file')}</li>
      </ul>
      <form method="post" action={surveyPath(frame, facts, '/discard')}>
        <Csrf frame={frame} />
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="once" value={proof} />
        <Button danger>{words('life:discard.send')}</Button>
      </form>
    </Doing>
  )
}

const Button = ({ danger, children }: { danger?: boolean; children: ComponentChildren }) => (
  <button class={danger ? 'button danger' : 'button'} type="submit">
    {children}
  </button>
)
