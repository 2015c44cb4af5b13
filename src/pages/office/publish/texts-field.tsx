import { directionOf } from '../../../survey/language.ts'
import {
  MOST_QUOTES,
  type PublishingFault,
  SENTENCE_LONGEST,
  SUMMARY_LONGEST,
} from '../../../survey/publication/faults.ts'
import type { Text } from '../../../survey/questionnaire.ts'
import type { OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

interface Props {
  frame: OfficeFrame
  languages: string[]
  name: string
  label: (values: { language: string }) => string
  value: Text
  faults: PublishingFault[]
  rows: number
  optional?: boolean
}

/** One text in every language of the survey, a field each. */
export function TextsField({
  frame,
  languages,
  name,
  label,
  value,
  faults,
  rows,
  optional,
}: Props) {
  return (
    <>
      {languages.map((language) => {
        const id = `${name}.${language}`
        const fault = faults.find(({ field }) => field === id)
        return (
          <div key={id} class={fault ? 'field field-faulty' : 'field'}>
            <label for={id}>{label({ language: called(frame, language) })}</label>
            {fault && (
              <p class="fault" id={`${id}-fault`}>
                {faultWords(frame, fault)}
              </p>
            )}
            <textarea
              id={id}
              name={id}
              rows={rows}
              lang={language}
              dir={directionOf(language)}
              required={!optional}
              aria-describedby={fault && `${id}-fault`}
              aria-invalid={fault ? 'true' : undefined}
            >
              {`\n${value[language] ?? ''}`}
            </textarea>
          </div>
        )
      })}
    </>
  )
}

/** A language as it is called within a sentence. */
export const called = ({ language }: OfficeFrame, other: string) =>
  new Intl.DisplayNames([language], { type: 'language' }).of(other) ?? other

export function faultWords(frame: OfficeFrame, { field, code }: PublishingFault): string {
  const [name, language = ''] = field.split('.')
  const longest = name === 'summary' ? SUMMARY_LONGEST : SENTENCE_LONGEST
  const count = code === 'many' ? MOST_QUOTES : longest
  return frame.words(`publishing:office.fault.${code}`, {
    count,
    number: numbersIn(frame.language).count(count),
    ...(language && { language: called(frame, language) }),
  })
}

/** All faults of a form, for its summary. */
export const faultsIn = (frame: OfficeFrame, faults: PublishingFault[]) =>
  faults.map((fault) => ({ field: fault.field, text: faultWords(frame, fault) }))
