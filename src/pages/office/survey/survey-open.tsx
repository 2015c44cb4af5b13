import type { Break } from '../../../survey/draft/breaks.ts'
import type { Checklist } from '../../../survey/draft/checklist.ts'
import type { Hindrance } from '../../../survey/draft/issuing.ts'
import type { Tree } from '../../../survey/draft/tree.ts'
import type { Content, Questionnaire } from '../../../survey/questionnaire.ts'
import { languageName } from '../../../survey/language.ts'
import { ChecklistPart } from './checklist.tsx'
import { Differences } from './differences.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { Happens } from './happens.tsx'
import { numbersIn } from '../numbers.ts'
import { ApprovalLine, type Approved } from './survey-approvals.tsx'
import { type SurveyFacts, SurveyHead, surveyPath } from './survey-facts.tsx'
import { weekdayDate } from '../../speech.ts'

export interface OpenView {
  facts: SurveyFacts
  draft: { revision: number; tree: Tree; content: Content }
  checklist: Checklist
  /** the newest questionnaire, where the survey has one */
  questionnaire?: Questionnaire | undefined
  hindrance?: Hindrance | undefined
  approvals: Approved[]
  /** the whole address of the page for a colleague, to be copied */
  review: string
  /** names the sending of the form that makes a copy */
  once: string
  done?: string | undefined
  /** somebody else was faster */
  moved?: boolean
}

/** The checklist before a survey opens, or before a running one is changed. */
export function openPage(frame: OfficeFrame, view: OpenView): string {
  const { words } = frame
  const { facts, checklist, questionnaire, hindrance, moved, done } = view
  const isNew = questionnaire === undefined
  const eyebrow = words(isNew ? 'life:open.eyebrow' : 'life:open.again')
  const { content } = checklist
  return officeDocument(
    frame,
    { title: words('life:open.page', { eyebrow, title: facts.title }) },
    <>
      {done === 'approved' && <output class="notice good">{words('life:done.approved')}</output>}
      {moved && (
        <div class="notice fault" role="alert">
          <h2>{words('life:moved.title')}</h2>
          <p>{words('life:moved.draft')}</p>
        </div>
      )}
      <SurveyHead frame={frame} facts={facts} eyebrow={eyebrow} />
      <ChecklistPart
        frame={frame}
        facts={facts}
        draft={view.draft}
        checklist={checklist}
        said={saidOf(frame, view.draft.content)}
      />
      {questionnaire && content && (
        <Differences frame={frame} before={questionnaire} after={content} />
      )}
      <ReadBefore frame={frame} view={view} />
      {hindrance && <Hindered frame={frame} view={view} hindrance={hindrance} />}
      {content && !hindrance && !facts.archived && (
        <IssueForm frame={frame} view={view} content={content} />
      )}
    </>,
  )
}

/** What each point stands for, where it is settled. */
function saidOf({ words, language }: OfficeFrame, content: Content) {
  const numbers = numbersIn(language)
  const { opens, closes, privacy, sites, smallestGroup, timeZone, languages, questions } = content
  const day = (date: string) => weekdayDate(date, language)
  const first = (text: Record<string, string>) => text[language] ?? Object.values(text)[0] ?? ''
  return {
    questions: words('life:check.questions', { count: questions.length }),
    texts: numbers.list(languages.map(languageName)),
    ...(opens &&
      closes && { dates: words('life:check.dates', { from: day(opens), to: day(closes) }) }),
    timeZone,
    sites:
      sites.length === 0
        ? words('life:check.none')
        : words('life:check.sites', { count: sites.length, number: numbers.count(sites.length) }),
    controller: first(privacy.controller),
    contact: first(privacy.contact),
    purpose: first(privacy.purpose),
    legalBasis: first(privacy.legalBasis),
    ...(privacy.retainUntil && {
      retention: words('life:check.retention', {
        date: numbers.date(privacy.retainUntil),
        decision: first(privacy.decision),
      }),
    }),
    smallestGroup: words('life:check.group', { count: smallestGroup }),
  }
}

/** The pages that will be shown, and a colleague's eyes. */
function ReadBefore({ frame, view }: { frame: OfficeFrame; view: OpenView }) {
  const { words } = frame
  const { facts, draft, approvals } = view
  const notice = surveyPath(frame, facts, '/notice').split('?')[0]!
  return (
    <section class="read-part" aria-labelledby="read">
      <h2 id="read">{words('life:read.title')}</h2>
      <p>{words('life:read.notice')}</p>
      <ul class="ways">
        {draft.content.languages.map((language) => (
          <li key={language}>
            <a href={`${notice}?lang=${encodeURIComponent(language)}`} lang={language}>
              {languageName(language)}
            </a>
          </li>
        ))}
      </ul>
      <h3>{words('life:read.colleague')}</h3>
      <p>{words('life:read.colleagueText')}</p>
      <p>
        {words('life:read.review')} <a href={surveyPath(frame, facts, '/review')}>{view.review}</a>
      </p>
      {approvals.map((one) => (
        <ApprovalLine
          key={`${one.revision} ${one.by}`}
          frame={frame}
          approval={one}
          now={draft.revision}
        />
      ))}
    </section>
  )
}

function Hindered(props: { frame: OfficeFrame; view: OpenView; hindrance: Hindrance }) {
  const { frame, view, hindrance } = props
  const { words } = frame
  const breaks = 'breaks' in hindrance ? hindrance.breaks : []
  return (
    <section class="notice fault" aria-labelledby="hindrance">
      <h2 id="hindrance">{words(`life:hindrance.${hindrance.code}.title`)}</h2>
      <p>{words(`life:hindrance.${hindrance.code}.text`)}</p>
      {breaks.length > 0 && (
        <ul>
          {breaks.map((one) => (
            <li key={one.reason}>{words(`life:break.${one.code}`, namesIn(frame, view, one))}</li>
          ))}
        </ul>
      )}
      <p>{words('life:hindrance.way')}</p>
      <form method="post" action={officePath(frame, '/office/surveys/new')}>
        <Csrf frame={frame} />
        <input type="hidden" name="once" value={view.once} />
        <input type="hidden" name="from" value="copy" />
        <input type="hidden" name="copy" value={view.facts.id} />
        <button class="button" type="submit">
          {words('life:hindrance.copy')}
        </button>
      </form>
    </section>
  )
}

/** The values of a break, with what respondents saw instead of ids. */
function namesIn({ language, words }: OfficeFrame, { questionnaire }: OpenView, one: Break) {
  const { values } = one
  const said = (text: Record<string, string> | undefined, id: unknown) =>
    text?.[language] ?? Object.values(text ?? {})[0] ?? String(id)
  const question = questionnaire?.questions.find(({ id }) => id === values['question'])
  const options = question && 'options' in question ? question.options : []
  const option = options.find(({ id }) => id === values['option'])
  const site = questionnaire?.sites.find(({ id }) => id === values['site'])
  return {
    ...values,
    question: said(question?.text, values['question']),
    option: said(option?.text, values['option']),
    site: said(site?.name, values['site']),
    ...(one.code === 'promise' && { name: words(`editor:name.${values['name']}`) }),
    ...(['retention', 'opens'].includes(one.code) && {
      date: numbersIn(language).date(String(values['date'])),
    }),
  }
}

function IssueForm(props: { frame: OfficeFrame; view: OpenView; content: Content }) {
  const { frame, view, content } = props
  const { words } = frame
  const { facts, draft } = view
  return (
    <section class="doing" aria-labelledby="issue">
      <h2 id="issue">{words('life:issue.title')}</h2>
      <Happens frame={frame} facts={facts} content={content} />
      <form method="post" action={surveyPath(frame, facts, '/open')}>
        <Csrf frame={frame} />
        <input type="hidden" name="revision" value={draft.revision} />
        <input type="hidden" name="number" value={facts.number} />
        <button class="button" type="submit">
          {words(
            `life:issue.send.${facts.number > 0 ? 'change' : opensLater(facts, content) ? 'schedule' : 'open'}`,
          )}
        </button>
      </form>
    </section>
  )
}

const opensLater = ({ today }: SurveyFacts, { opens }: Content) =>
  opens !== undefined && opens > today
