import type { Questionnaire } from '../../survey/questionnaire.ts'
import type { Fault } from '../../survey/response.ts'
import { faultWords } from '../fields/faults.ts'
import { type Asking, wordsId } from '../fields/field.ts'
import { faceOf } from '../fields/fields.tsx'
import { firstSite } from '../fields/site.tsx'
import { link } from '../link.ts'
import { said } from '../speech.ts'

export const SEND = 'send'

interface Props {
  questionnaire: Questionnaire
  asking: Asking
}

/** Everything that needs correcting, with links to where. It takes the focus. */
export function Problems({ questionnaire, asking }: Props) {
  const { words, faults } = asking
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- as GOV.UK: what is wrong is met first
    <div class="notice fault" role="alert" tabindex={-1} autofocus data-problems>
      <h2>{words('problems.title')}</h2>
      <ul>
        {faults.map((fault) => (
          <li>{line(fault, questionnaire, asking)}</li>
        ))}
      </ul>
    </div>
  )
}

function line(fault: Fault, questionnaire: Questionnaire, { language, words }: Asking) {
  const question = questionnaire.questions.find(
    ({ id }) => id === fault.field || `${id}.other` === fault.field,
  )
  const message = faultWords(fault, question?.kind, language, words)
  if (!question) {
    const target = fault.field === 'site' ? firstSite(questionnaire.sites) : SEND
    return <a href={link(`#${target}`)}>{message}</a>
  }
  const own = fault.field === question.id
  const target = own ? faceOf(question).first(question) : wordsId(question.id)
  return (
    <a href={link(`#${target}`)}>
      {words('problems.line', { question: said(question.text, language), message })}
    </a>
  )
}

/** Said on top when the answers could not be saved, though nothing is wrong with them. */
export function NotSaved({ reason, asking }: { reason: string; asking: Asking }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- it must not be missed
    <div class="notice" role="alert" tabindex={-1} autofocus data-problems>
      <h2>{asking.words(`notice.${reason}.title`)}</h2>
      <p>{asking.words(`notice.${reason}.text`)}</p>
    </div>
  )
}
