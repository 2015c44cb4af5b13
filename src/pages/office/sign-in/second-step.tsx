import { FaultSummary, Field } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

export type SecondStepFault = 'wrong' | 'used' | 'locked' | 'throttled'

/** After the password: the code that goes with it, from the telephone or from paper. */
export function secondStepPage(
  frame: OfficeFrame,
  { fault, recovery }: { fault?: SecondStepFault; recovery?: boolean },
): string {
  const { words } = frame
  const title = words('sign-in:step.title')
  const field = recovery ? 'recovery' : 'code'
  const text = fault && words(`sign-in:fault.${field}.${fault}`)
  const action = officePath(frame, '/office/second-step')
  return officeDocument(
    frame,
    { title: fault ? words('office:frame.faulty', { title }) : title },
    <div class="narrow">
      <FaultSummary
        title={words('office:frame.faults')}
        faults={text === undefined ? [] : [{ field, text }]}
      />
      <h1>{title}</h1>
      <p class="lede">{words('sign-in:step.what')}</p>
      <form method="post" action={action} noValidate>
        <Csrf frame={frame} />
        <Field
          name="code"
          label={words('sign-in:code')}
          fault={recovery ? undefined : text}
          autocomplete="one-time-code"
          inputMode="numeric"
        />
        <button class="button" type="submit">
          {words('sign-in:step.send')}
        </button>
      </form>
      <details class="doing" open={recovery}>
        <summary>{words('sign-in:step.without')}</summary>
        <p>{words('sign-in:step.withoutWhat')}</p>
        <form method="post" action={action} noValidate>
          <Csrf frame={frame} />
          <Field
            name="recovery"
            label={words('sign-in:recovery.one')}
            fault={recovery ? text : undefined}
            autocomplete="off"
          />
          <button class="button plain" type="submit">
            {words('sign-in:step.recoverySend')}
          </button>
        </form>
      </details>
      <p>
        <a href={officePath(frame, '/office/sign-in')}>{words('sign-in:step.again')}</a>
      </p>
    </div>,
  )
}
