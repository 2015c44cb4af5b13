import { languageName } from '../../../survey/language.ts'
import type { EditorData } from '../../../survey/draft/editor-data.ts'
import type { Marks } from '../../../survey/draft/marks.ts'
import type { DraftFault } from '../../../survey/draft/reasons.ts'
import { wordsOf } from '../../../survey/draft/texts.ts'
import { languagesOf, type Tree } from '../../../survey/draft/tree.ts'
import { FileField, SURVEY_FILES } from '../file-field.tsx'
import { Csrf, officeDocument, type OfficeFrame, officePath } from '../frame.tsx'
import { type PartedSurvey, SurveyParts } from './survey-parts.tsx'

/** Why a file was not taken. */
export type EditorNotice =
  | { code: 'empty' | 'noSurvey' }
  | { code: 'unreadable' | 'unusable'; lines: number[] }
  | { code: 'newer'; name: string }

export interface EditorView {
  survey: PartedSurvey
  draft: { revision: number; at: string; tree: Tree; marks: Marks }
  /** who edited it last; '' where that is not known */
  by: string
  /** who edits it now */
  user: string
  /** of the editor's locale file, for its script */
  words: Record<string, unknown>
  faults: DraftFault[]
  notice?: EditorNotice
}

/** The editor of a draft: a script does it; without one, the draft can be taken as a file. */
export function editorPage(frame: OfficeFrame, view: EditorView): string {
  const { words } = frame
  const { survey, draft } = view
  const languages = languagesOf(draft.tree)
  const titles = wordsOf(draft.tree['title'], languages)
  const title = titles[frame.language] ?? titles[languages[0] ?? ''] ?? survey.id
  return officeDocument(
    frame,
    { title: words('editor:title', { title }), editor: true },
    <>
      <p class="way-back">
        <a href={officePath(frame, '/office')}>{words('office:dashboard.back')}</a>
      </p>
      <h1>
        <span class="eyebrow">{words('editor:eyebrow')}</span> {title}
      </h1>
      <SurveyParts frame={frame} survey={view.survey} />
      {view.notice && <Notice frame={frame} notice={view.notice} />}
      <div data-editor={JSON.stringify(dataOf(frame, view))}>
        <div class="ed-waiting">
          <div class="notice">
            <h2>{words('editor:noScript.title')}</h2>
            <p>{words('editor:noScript.text')}</p>
          </div>
          <Faults frame={frame} faults={view.faults} />
        </div>
      </div>
      <FilePart frame={frame} view={view} />
    </>,
  )
}

function dataOf(frame: OfficeFrame, { survey, user, draft, words }: EditorView): EditorData {
  const { revision, at, tree, marks } = draft
  const here = `/office/surveys/${encodeURIComponent(survey.id)}`
  return {
    survey: survey.id,
    user,
    csrf: frame.csrf ?? '',
    language: frame.language,
    languages: frame.surveyLanguages.map((id) => ({ id, name: languageName(id) })),
    draft: { revision, at, tree, marks },
    save: officePath(frame, `${here}/draft`),
    preview: `${here}/preview`,
    register: `${here}/register`,
    kiosk: `${here}/kiosk`,
    words,
  }
}

function Notice({ frame, notice }: { frame: OfficeFrame; notice: EditorNotice }) {
  const { words } = frame
  const lines = 'lines' in notice ? notice.lines.slice(0, 10).join(', ') : ''
  const name = 'name' in notice ? notice.name : ''
  return (
    <div class="notice fault" role="alert">
      <h2>{words('editor:file.refused')}</h2>
      <p>{words(`editor:file.fault.${notice.code}`, { lines, name })}</p>
    </div>
  )
}

function Faults({ frame, faults }: { frame: OfficeFrame; faults: DraftFault[] }) {
  if (faults.length === 0) return null
  return (
    <>
      <h2>{frame.words('editor:faults.title', { count: faults.length })}</h2>
      <ul>
        {faults.map(({ path, code, values }) => (
          <li key={path.join('.')}>
            <code>{path.join('.')}</code> {frame.words(`editor:fault.${code}`, values)}
          </li>
        ))}
      </ul>
    </>
  )
}

function FilePart({ frame, view }: { frame: OfficeFrame; view: EditorView }) {
  const { words } = frame
  const here = `/office/surveys/${encodeURIComponent(view.survey.id)}`
  return (
    <section class="editor-file" aria-labelledby="as-file">
      <h2 id="as-file">{words('editor:file.title')}</h2>
      <p>{words('editor:file.text')}</p>
      <p>
        <a href={`${here}/draft.yaml`} download>
          {words('editor:file.download')}
        </a>
      </p>
      <form method="post" action={officePath(frame, `${here}/file`)} enctype="multipart/form-data">
        <Csrf frame={frame} />
        <input type="hidden" name="base" value={view.draft.revision} />
        <FileField
          label={words('editor:file.choose')}
          hint={words('editor:file.hint')}
          accept={SURVEY_FILES}
          required
        />
        <button class="button plain" type="submit">
          {words('editor:file.send')}
        </button>
      </form>
    </section>
  )
}
