import type { VNode } from 'preact'
import {
  MOST_THEMES,
  type Theme,
  THEME_DESCRIPTION_LONGEST,
  THEME_NAME_LONGEST,
  type ThemeFault,
} from '../../../survey/text/theme.ts'
import { Csrf } from '../frame.tsx'
import { Labelled, type Tied } from '../labelled.tsx'
import type { Reader } from '../reader.ts'
import { roomPath } from './room.ts'
import type { ThemesProps } from './themes.tsx'

const limits = { name: THEME_NAME_LONGEST, description: THEME_DESCRIPTION_LONGEST, key: 1 }

export const themeFaultWords = (reader: Reader, { field, code }: ThemeFault) =>
  reader.words(`text-room:fault.${field}.${code}`, {
    count: code === 'many' ? MOST_THEMES : limits[field],
  })

/** Adds a theme or changes one; its id is in the address, so that sending twice adds one. */
export function ThemeForm(props: ThemesProps & { theme: Theme; isNew?: boolean }) {
  const { frame, reader, view, theme, isNew } = props
  const { words } = reader
  const { id, name, description, key } = theme
  return (
    <form
      class="theme-form"
      method="post"
      action={roomPath(frame, view.room, `themes/${encodeURIComponent(id)}`)}
      noValidate
    >
      <Csrf frame={frame} />
      <ThemeField {...props} field="name">
        {(tied) => <input type="text" value={name} autocomplete="off" {...tied} />}
      </ThemeField>
      <ThemeField {...props} field="description">
        {(tied) => (
          <textarea rows={3} {...tied}>
            {`\n${description}`}
          </textarea>
        )}
      </ThemeField>
      <ThemeField {...props} field="key" hint={words('text-room:themes.keyHint')}>
        {(tied) => <input type="text" class="key-field" value={key} autocomplete="off" {...tied} />}
      </ThemeField>
      <button class={isNew ? 'button' : 'button plain'} type="submit">
        {words(isNew ? 'text-room:themes.add' : 'text-room:themes.save')}
      </button>
    </form>
  )
}

interface FieldProps extends ThemesProps {
  theme: Theme
  field: ThemeFault['field']
  hint?: string
  children: (tied: Tied) => VNode
}

function ThemeField({ reader, view, theme, field, hint, children }: FieldProps) {
  const id = `${field}-${theme.id}`
  const wrong =
    view.sent?.id === theme.id ? view.faults.find((one) => one.field === field) : undefined
  return (
    <Labelled
      name={field}
      id={id}
      label={reader.words(`text-room:themes.${field}`)}
      hint={hint}
      fault={wrong && themeFaultWords(reader, wrong)}
    >
      {children}
    </Labelled>
  )
}
