import type { ComponentChildren } from 'preact'
import { FaultSummary } from './field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from './frame.tsx'

export interface FormPage {
  title: string
  intro: string
  /** where it is sent, below `/office` */
  path: string
  /** what its button says */
  send: string
  faults: { field: string; text: string }[]
  /** what stands above the title, and below the form */
  above?: ComponentChildren
  below?: ComponentChildren
}

/** A page that is one form: what it is for, what is wrong with it, its fields, one way to send it. */
export function formPage(frame: OfficeFrame, page: FormPage, fields: ComponentChildren): string {
  const { words } = frame
  const { title, intro, path, send, faults, above, below } = page
  return officeDocument(
    frame,
    { title: faults.length > 0 ? words('office:frame.faulty', { title }) : title },
    <>
      {above}
      <div class="narrow">
        <FaultSummary title={words('office:frame.faults')} faults={faults} />
        <h1>{title}</h1>
        <p class="lede">{intro}</p>
        <form method="post" action={officePath(frame, path)} noValidate>
          <Csrf frame={frame} />
          {fields}
          <button class="button" type="submit">
            {send}
          </button>
        </form>
        {below}
      </div>
    </>,
  )
}
