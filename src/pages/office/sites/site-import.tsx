import { FaultSummary } from '../field.tsx'
import { FileField } from '../file-field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

export type ImportFault = 'empty' | 'notText' | 'columns' | 'many'

const EXAMPLE = 'id,name,listed,group\nvc-karlskoga,Karlskoga vårdcentral,9400,Karlskoga kommun'

/** Where a file of sites is given. */
export function siteImportPage(
  frame: OfficeFrame,
  { fault }: { fault?: ImportFault } = {},
): string {
  const { words } = frame
  const title = words('sites:import.title')
  const text = fault && words(`sites:import.fault.${fault}`)
  return officeDocument(
    frame,
    { title: text ? words('office:frame.faulty', { title }) : title },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office/sites')}>{words('sites:back')}</a>
      </p>
      <div class="narrow">
        <FaultSummary
          title={words('office:frame.faults')}
          faults={text ? [{ field: 'file', text }] : []}
        />
        <h1>{title}</h1>
        <p class="lede">{words('sites:import.intro')}</p>
        <form
          method="post"
          action={officePath(frame, '/office/sites/import')}
          enctype="multipart/form-data"
        >
          <Csrf frame={frame} />
          <FileField
            label={words('sites:import.file')}
            hint={words('sites:import.hint')}
            accept=".csv,.txt,text/csv"
            fault={text}
          />
          <button class="button" type="submit">
            {words('sites:import.send')}
          </button>
        </form>
        <h2>{words('sites:import.example')}</h2>
        <pre class="example">{EXAMPLE}</pre>
        <p>{words('sites:import.rules')}</p>
      </div>
    </>,
  )
}
