import { Labelled } from './labelled.tsx'

interface Props {
  label: string
  hint: string
  /** endings and types that the browser offers */
  accept: string
  fault?: string | undefined
  /** of where a file may be dropped */
  kind?: string
  required?: boolean
}

/** Where a file is chosen; one to a page. */
export const FileField = ({ label, hint, fault, kind, ...more }: Props) => (
  <Labelled name="file" {...{ label, hint, fault }}>
    {(tied) => <input {...tied} {...more} type="file" class={kind} />}
  </Labelled>
)

/** The endings of survey files. */
export const SURVEY_FILES = '.yaml,.yml,.json'
