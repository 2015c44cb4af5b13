import { MOST_UNDERTAKINGS, type PublishingFault } from '../../../survey/publication/faults.ts'
import { type Undertaking, undertakingStates } from '../../../survey/publication/undertaking.ts'
import { FaultSummary } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { type SurveyFacts, SurveyHead, surveyPath } from '../survey/survey-facts.tsx'
import { Told } from './publish.tsx'
import { faultsIn, faultWords, TextsField } from './texts-field.tsx'

export interface UndertakingView {
  facts: SurveyFacts
  languages: string[]
  id: string
  /** the one that is being written, from 1 */
  version: number
  given: Undertaking
  faults: PublishingFault[]
  moved?: boolean
  /** there are as many as there may be */
  full?: boolean
}

/** Writes one thing that people said, and what is done about it. */
export function undertakingPage(frame: OfficeFrame, view: UndertakingView): string {
  const { words } = frame
  const { facts, id, version, given, faults, languages, moved = false, full } = view
  const isNew = version === 1
  const eyebrow = words(`publishing:office.did.${isNew ? 'addPage' : 'changePage'}`)
  const title = words('life:open.page', { eyebrow, title: facts.title })
  const texts = { frame, faults, languages }
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <>
      <FaultSummary title={words('office:frame.faults')} faults={faultsIn(frame, faults)} />
      <Told frame={frame} view={{ moved }} />
      {full && <Full frame={frame} />}
      <SurveyHead frame={frame} facts={facts} eyebrow={eyebrow} />
      <form
        class="publish"
        method="post"
        action={surveyPath(frame, facts, `/publish/undertakings/${encodeURIComponent(id)}`)}
        noValidate
      >
        <Csrf frame={frame} />
        <input type="hidden" name="version" value={version} />
        <TextsField
          {...texts}
          name="said"
          label={(values) => words('publishing:office.did.said', values)}
          value={given.said}
          rows={3}
        />
        <TextsField
          {...texts}
          name="did"
          label={(values) => words('publishing:office.did.did', values)}
          value={given.did}
          rows={3}
        />
        <TextsField
          {...texts}
          name="goal"
          label={(values) => words('publishing:office.did.goal', values)}
          value={given.goal}
          rows={2}
          optional
        />
        <fieldset class="field">
          <legend>{words('publishing:office.did.state')}</legend>
          {undertakingStates.map((state) => (
            <label key={state} class="pick">
              <input type="radio" name="state" value={state} checked={state === given.state} />
              <span>{words(`publishing:did.state.${state}`)}</span>
            </label>
          ))}
        </fieldset>
        <DateField frame={frame} on={given.on} faults={faults} />
        <button class="button" type="submit">
          {words('publishing:office.did.save')}
        </button>
      </form>
    </>,
  )
}

const Full = ({ frame: { words, language } }: { frame: OfficeFrame }) => (
  <div class="notice fault" role="alert">
    <h2>{words('publishing:office.did.full.title')}</h2>
    <p>
      {words('publishing:office.did.full.text', {
        number: numbersIn(language).count(MOST_UNDERTAKINGS),
      })}
    </p>
  </div>
)

interface DateProps {
  frame: OfficeFrame
  on: string
  faults: PublishingFault[]
}

function DateField({ frame, on, faults }: DateProps) {
  const fault = faults.find(({ field }) => field === 'on')
  return (
    <div class={fault ? 'field field-faulty' : 'field'}>
      <label for="on">{frame.words('publishing:office.did.on')}</label>
      {fault && (
        <p class="fault" id="on-fault">
          {faultWords(frame, fault)}
        </p>
      )}
      <input
        class="date"
        type="date"
        id="on"
        name="on"
        value={on}
        required
        aria-describedby={fault && 'on-fault'}
        aria-invalid={fault ? 'true' : undefined}
      />
    </div>
  )
}
