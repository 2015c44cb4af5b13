import type { Question } from '../../../survey/questionnaire.ts'
import { optionName, toneOf } from '../names.ts'
import type { Reader } from '../reader.ts'

interface Props {
  reader: Reader
  question: Question
  id: string
}

/** An option's words with its colour beside them; steps and bins share one and need none. */
export function OptionLabel({ reader, question, id }: Props) {
  const tone = toneOf(question, id)
  const words = (
    <span lang={tone === 'plain' ? undefined : reader.lang}>
      {optionName(reader, question, id)}
    </span>
  )
  if (!('options' in question)) return words
  return (
    <span class="option">
      <span class={`swatch tone-${tone}`} aria-hidden="true" />
      {words}
    </span>
  )
}
