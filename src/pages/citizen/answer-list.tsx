import { askedOf } from '../../survey/conditions.ts'
import { one } from '../../survey/fields.ts'
import { ruleOf } from '../../survey/kinds/kinds.ts'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import type { Fields } from '../../survey/response.ts'
import { fixedWords } from '../fields/field.ts'
import type { Frame } from '../frame.tsx'
import { said } from '../speech.ts'

interface Props {
  questionnaire: Questionnaire
  /** as they were sent, or as they are stored */
  fields: Fields
  frame: Frame
}

/** One person's answers in words, for that person. */
export function AnswerList({ questionnaire, fields, frame: { language, words } }: Props) {
  const asked = askedOf(questionnaire.questions, fields)
  const site = questionnaire.sites.find(({ id }) => id === one(fields, 'site'))
  return (
    <dl>
      {site && (
        <>
          <dt>{words('site.question')}</dt>
          <dd>{said(site.name, language)}</dd>
        </>
      )}
      {questionnaire.questions.map((question) => {
        const lines = ruleOf(question).print(question, fields, language, fixedWords(words))
        if (lines.length === 0 && !asked.includes(question)) return null
        return (
          <>
            <dt>{said(question.text, language)}</dt>
            {lines.length === 0 && <dd class="muted">{words('closed.blank')}</dd>}
            {lines.map((line) => (
              <dd>{line}</dd>
            ))}
          </>
        )
      })}
    </dl>
  )
}
