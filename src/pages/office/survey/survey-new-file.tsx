import type { DraftFault } from '../../../survey/draft/reasons.ts'
import { FileField, SURVEY_FILES } from '../file-field.tsx'
import { Csrf, type OfficeFrame, officePath } from '../frame.tsx'

/** Something wrong with a file: where, and what, where a field of a survey is meant. */
export interface FileFaultLine {
  line?: number | undefined
  field?: DraftFault | undefined
}

interface Props {
  frame: OfficeFrame
  once: string
  /** [] where no file was chosen */
  faults: FileFaultLine[] | undefined
}

/** A survey from a file, chosen or dropped on the field, with everything that is wrong with it. */
export function FileForm({ frame, once, faults }: Props) {
  const { words } = frame
  return (
    <section class="making-file" aria-labelledby="from-file">
      <h2 id="from-file">{words('life:file.title')}</h2>
      <p>{words('life:file.text')}</p>
      {faults && <Faults frame={frame} faults={faults} />}
      <form
        method="post"
        action={officePath(frame, '/office/surveys/new/file')}
        encType="multipart/form-data"
      >
        <Csrf frame={frame} />
        <input type="hidden" name="once" value={once} />
        <FileField
          label={words('life:file.choose')}
          hint={words('life:file.hint')}
          accept={SURVEY_FILES}
          kind="making-drop"
          required
        />
        <button class="button plain" type="submit">
          {words('life:file.send')}
        </button>
      </form>
    </section>
  )
}

function Faults({ frame, faults }: { frame: OfficeFrame; faults: FileFaultLine[] }) {
  const { words } = frame
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- as GOV.UK: what is wrong is met first
    <div class="notice fault" role="alert" tabindex={-1} autofocus>
      <h3>
        {faults.length === 0
          ? words('life:file.none')
          : words('life:file.faults', { count: faults.length })}
      </h3>
      {faults.length > 0 && (
        <ol class="making-faults">
          {faults.map(({ line, field }, index) => (
            <li key={index}>
              {line !== undefined && <>{words('life:file.line', { line })} </>}
              {field && <code>{field.path.join('.') || '–'}</code>}{' '}
              {field
                ? words(`editor:fault.${field.code}`, field.values)
                : words(line === undefined ? 'life:file.unusable' : 'life:file.unreadable')}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
