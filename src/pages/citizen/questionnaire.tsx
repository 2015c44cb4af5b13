import type { Frame } from '../frame.tsx'
import { link } from '../link.ts'
import { said } from '../speech.ts'
import type { Asking } from '../fields/field.ts'
import { QuestionField } from '../fields/fields.tsx'
import { SiteField, siteOf } from '../fields/site.tsx'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import type { Fault, Fields } from '../../survey/response.ts'
import { About } from './about.tsx'
import { Paragraphs } from './paragraphs.tsx'
import { NotSaved, Problems, SEND } from './problems.tsx'
import { citizenPage } from './shell.tsx'

export interface QuestionnaireView {
  questionnaire: Questionnaire
  /** the sender's id, made for this page */
  submission: string
  /** answers so far, untrusted */
  fields: Fields
  faults: Fault[]
  /** preselected by the address */
  site?: string
  channel?: string
  /** why the answers could not be saved though nothing is wrong with them */
  problem?: Unsaved
}

export type Unsaved = 'unavailable' | 'too-many' | 'paused' | 'withdrawn'

/** All questions on one page, in one form that works without script. */
export function questionnairePage(frame: Frame, view: QuestionnaireView): string {
  const { language, words } = frame
  const { questionnaire, fields, faults } = view
  const { id, questions, sites } = questionnaire
  const asking: Asking = { language, words, questions, fields, faults }
  const title = said(questionnaire.title, language)
  return citizenPage({
    frame,
    title,
    survey: id,
    form: true,
    faulty: faults.length > 0,
    children: (
      <>
        {view.problem && <NotSaved reason={view.problem} asking={asking} />}
        {faults.length > 0 && <Problems questionnaire={questionnaire} asking={asking} />}
        <h1>{title}</h1>
        <Paragraphs text={said(questionnaire.intro, language)} />
        <About frame={frame} questionnaire={questionnaire} />
        <form
          id="answers"
          method="post"
          action={link(`/s/${id}`, { lang: language })}
          accept-charset="utf-8"
          autocomplete="off"
          novalidate
        >
          {sites.length > 0 && (
            <SiteField sites={sites} asking={asking} chosen={siteOf(asking, view.site)} />
          )}
          {questions.map((question) => (
            <QuestionField question={question} asking={asking} />
          ))}
          <input type="hidden" name="lang" value={language} />
          {view.channel && <input type="hidden" name="channel" value={view.channel} />}
          {/* Late in the page: what comes before it is the same for everyone. */}
          <input type="hidden" name="submission" value={view.submission} />
          <p class="send">
            <button
              type="submit"
              class="button"
              id={SEND}
              disabled={frame.preview}
              {...messages(title, frame)}
            >
              {words('send')}
            </button>
          </p>
        </form>
      </>
    ),
  })
}

/**
 * What the script says, since it carries no words of its own. Not on the form: its properties can
 * be hidden by questions of the same name.
 */
function messages(title: string, { words, organisation }: Frame): Record<string, string> {
  const owner = organisation?.name ?? words('service')
  const notice = (why: string) => `${words(`notice.${why}.title`)}. ${words(`notice.${why}.text`)}`
  return {
    'data-sending': words('sending'),
    'data-offline': words('offline'),
    'data-unsaved': notice('unavailable'),
    'data-too-large': notice('too-large'),
    'data-gone': notice('gone'),
    'data-problems-title': words('problems.title'),
    'data-line': words('problems.line', { question: '#', message: '@' }),
    'data-fault-title': words('faultTitle', { title: words('pageTitle', { title, owner }) }),
  }
}
