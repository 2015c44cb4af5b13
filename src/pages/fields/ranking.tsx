import { placeField } from '../../survey/kinds/ranking.ts'
import { one } from '../../survey/fields.ts'
import { type Option, type Ranking } from '../../survey/questionnaire.ts'
import { figures, numberWord, said } from '../speech.ts'
import { type Asking, controlId, type Face, type Speaking } from './field.ts'
import { Group } from './group.tsx'

export const ranking: Face<Ranking> = {
  Field: ({ question, asking }) => (
    <Group question={question} asking={asking} hint={rankingHint(question, asking)}>
      {question.options.map((option) => (
        <Place question={question} option={option} asking={asking} />
      ))}
    </Group>
  ),
  first: (question) => controlId(question.id, question.options[0]?.id),
}

export function rankingHint({ max, options }: Ranking, { language, words }: Speaking): string {
  const number = numberWord(max, language, words)
  return words(max < options.length ? 'ranking.some' : 'ranking.all', {
    number,
    max: figures(max, language),
  })
}

function Place(props: { question: Ranking; option: Option; asking: Asking }) {
  const { question, option, asking } = props
  const { language, words, fields, faults } = asking
  const id = controlId(question.id, option.id)
  const name = placeField(question.id, option.id)
  const given = one(fields, name)
  const faulty = faults.some(({ field }) => field === question.id)
  return (
    <div class="place">
      <label for={id}>{said(option.text, language)}</label>
      <select id={id} name={name} {...(faulty && { 'aria-invalid': true })}>
        <option value="">{words('ranking.noPlace')}</option>
        {Array.from({ length: question.max }, (_, index) => index + 1).map((place) => (
          <option value={place} selected={given === String(place)}>
            {words('ranking.place', { place: figures(place, language) })}
          </option>
        ))}
      </select>
    </div>
  )
}
