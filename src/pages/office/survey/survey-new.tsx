import { languageName } from '../../../survey/language.ts'
import { FaultSummary, Field } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { Group } from '../labelled.tsx'
import { type FileFaultLine, FileForm } from './survey-new-file.tsx'

export interface NewSurvey {
  /** `blank`, `copy`, or a template's id */
  from: string
  copy: string
  title: string
  address: string
  languages: string[]
}

export interface NewFault {
  field: 'title' | 'address' | 'copy' | 'languages'
  code: 'missing' | 'long' | 'shape' | 'taken'
}

export interface NewSurveyView {
  templates: { id: string; title: string; questions: number }[]
  /** surveys of one's own that can be copied */
  own: { id: string; title: string }[]
  given: NewSurvey
  /** names the sending of the form */
  once: string
  faults?: NewFault[]
  /** what is wrong with a file */
  file?: FileFaultLine[]
}

export const TITLE_LONGEST = 200

/** Making a survey: from nothing, from a template, from a survey of one's own, or from a file. */
export function newSurveyPage(frame: OfficeFrame, view: NewSurveyView): string {
  const { words } = frame
  const title = words('life:new.title')
  const faults = (view.faults ?? []).map(({ field, code }) => ({
    field,
    text: words(`life:new.fault.${field}.${code}`, { count: TITLE_LONGEST }),
  }))
  const isFaulty = faults.length > 0 || view.file !== undefined
  return officeDocument(
    frame,
    { title: isFaulty ? words('office:frame.faulty', { title }) : title },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office')}>{words('office:dashboard.back')}</a>
      </p>
      <div class="narrow making">
        <FaultSummary title={words('office:frame.faults')} faults={faults} />
        <h1>{title}</h1>
        <p class="lede">{words('life:new.intro')}</p>
        <form method="post" action={officePath(frame, '/office/surveys/new')} noValidate>
          <Csrf frame={frame} />
          <input type="hidden" name="once" value={view.once} />
          <Beginnings frame={frame} view={view} />
          <Field
            name="title"
            label={words('life:new.name.label')}
            hint={words('life:new.name.hint')}
            value={view.given.title}
            fault={faultOf(faults, 'title')}
          />
          <Field
            name="address"
            label={words('life:new.address.label')}
            hint={words('life:new.address.hint')}
            value={view.given.address}
            fault={faultOf(faults, 'address')}
          />
          <Languages frame={frame} view={view} fault={faultOf(faults, 'languages')} />
          <button class="button" type="submit">
            {words('life:new.send')}
          </button>
        </form>
        <FileForm frame={frame} once={view.once} faults={view.file} />
      </div>
    </>,
  )
}

type Faults = { field: string; text: string }[]
const faultOf = (faults: Faults, field: string) => faults.find((one) => one.field === field)?.text

function Beginnings({ frame, view }: { frame: OfficeFrame; view: NewSurveyView }) {
  const { words } = frame
  const { templates, own, given, faults = [] } = view
  const isFaulty = faults.some(({ field }) => field === 'copy')
  return (
    <fieldset class="field choice">
      <legend>{words('life:new.from')}</legend>
      <Beginning
        value="blank"
        chosen={given.from}
        name={words('life:new.blank')}
        text={words('life:new.blankText')}
      />
      {templates.map(({ id, title, questions }) => (
        <Beginning
          key={id}
          value={id}
          chosen={given.from}
          name={title}
          text={`${words(`life:template.${id}`)} ${words('life:new.questions', { count: questions })}`}
        />
      ))}
      {own.length > 0 && (
        <>
          <Beginning
            value="copy"
            chosen={given.from}
            name={words('life:new.copy')}
            text={words('life:new.copyText')}
          />
          <div class="field making-copy">
            <label for="copy">{words('life:new.copyOf')}</label>
            <select id="copy" name="copy" aria-invalid={isFaulty ? 'true' : undefined}>
              {own.map(({ id, title }) => (
                <option key={id} value={id} selected={id === given.copy}>
                  {title}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
    </fieldset>
  )
}

interface BeginningProps {
  value: string
  chosen: string
  name: string
  text: string
}

const Beginning = ({ value, chosen, name, text }: BeginningProps) => (
  <div class="pick">
    <input type="radio" name="from" id={`from-${value}`} value={value} checked={value === chosen} />
    <label for={`from-${value}`}>
      <strong>{name}</strong> <span class="quiet">{text}</span>
    </label>
  </div>
)

interface LanguagesProps {
  frame: OfficeFrame
  view: NewSurveyView
  fault: string | undefined
}

function Languages({ frame, view, fault }: LanguagesProps) {
  const { words, surveyLanguages } = frame
  return (
    <Group
      name="languages"
      label={words('life:new.languages')}
      hint={words('life:new.languagesHint')}
      fault={fault}
    >
      {surveyLanguages.map((one, index) => (
        <label key={one} class="pick">
          <input
            type="checkbox"
            name="languages"
            id={index === 0 ? 'languages' : undefined}
            value={one}
            checked={view.given.languages.includes(one)}
          />
          <span lang={one}>{languageName(one)}</span>
        </label>
      ))}
    </Group>
  )
}
