import { languageName } from '../../../survey/language.ts'
import { NO_SITE, OTHERS } from '../../../survey/release.ts'
import { commentStates } from '../../../survey/text/selection.ts'
import { textLanguages } from '../../../survey/text/text-language.ts'
import { Choice, Option } from '../choice.tsx'
import { type OfficeFrame, officePath } from '../frame.tsx'
import type { Reader } from '../reader.ts'
import { fieldName, fieldsOf, groupName, queryOf, type Room } from './room.ts'

interface Props {
  frame: OfficeFrame
  reader: Reader
  room: Room
  /** groups that stand apart */
  groups: string[]
}

/** Chooses comments by words, question, site, language, theme and state. */
export function CommentFilter({ frame, reader, room, groups }: Props) {
  const { words } = reader
  const { selection, questionnaire, themes } = room
  const path = `/office/surveys/${encodeURIComponent(questionnaire.id)}/texts`
  const label = (key: string) => words(`text-room:filter.${key}`)
  const fields = fieldsOf(room)
  const limited = Object.keys(queryOf(selection)).length > 0
  return (
    <search>
      <form class="filter" method="get" action={path} aria-label={label('label')}>
        {frame.languageChosen && <input type="hidden" name="lang" value={frame.language} />}
        <div class="field">
          <label for="q">{label('search')}</label>
          <input
            type="search"
            id="q"
            name="q"
            value={selection.search}
            maxLength={100}
            aria-describedby="q-hint"
          />
          <p class="hint" id="q-hint">
            {label('searchHint')}
          </p>
        </div>
        {fields.length > 1 && (
          <Choice name="question" label={label('question')} all={label('all')}>
            {fields.map((field) => (
              <Option key={field} value={field} chosen={selection.question}>
                {fieldName(reader, questionnaire, field)}
              </Option>
            ))}
          </Choice>
        )}
        {questionnaire.sites.length > 0 && groups.length > 1 && (
          <Choice name="site" label={label('site')} all={label('all')}>
            {inOrder(room, groups).map((group) => (
              <Option key={group} value={group} chosen={selection.site}>
                {groupName(reader, room, group)}
              </Option>
            ))}
          </Choice>
        )}
        <Choice name="written" label={label('language')} all={label('all')}>
          {textLanguages.map((language) => (
            <Option key={language} value={language || 'unknown'} chosen={selection.language}>
              {language ? languageName(language) : label('unknown')}
            </Option>
          ))}
        </Choice>
        {themes.length > 0 && (
          <Choice name="theme" label={label('theme')} all={label('all')}>
            {themes.map(({ id, name }) => (
              <Option key={id} value={id} chosen={selection.theme}>
                {name}
              </Option>
            ))}
            <Option value="none" chosen={selection.theme}>
              {label('noTheme')}
            </Option>
          </Choice>
        )}
        <Choice name="state" label={label('state')}>
          {commentStates.map((state) => (
            <Option key={state} value={state} chosen={selection.state}>
              {words(`text-room:state.${state}`)}
            </Option>
          ))}
        </Choice>
        <p class="filter-doings">
          <button class="button plain" type="submit">
            {label('show')}
          </button>
          {limited && <a href={officePath(frame, path)}>{label('clear')}</a>}
        </p>
      </form>
    </search>
  )
}

/** As the survey has its sites; what is no site comes last. */
const inOrder = ({ questionnaire }: Room, groups: string[]) =>
  [...questionnaire.sites.map(({ id }) => id), NO_SITE, OTHERS].filter((id) => groups.includes(id))
