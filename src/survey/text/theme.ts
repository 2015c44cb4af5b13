import { lengthOf } from '../fields.ts'

/** What comments can be about, in a survey's own codebook. */
export interface Theme {
  id: string
  name: string
  description: string
  /** 1 to 9 or a to z: toggles it while coding */
  key: string
}

export const THEME_NAME_LONGEST = 60
export const THEME_DESCRIPTION_LONGEST = 500
/** As many as there are keys. */
export const MOST_THEMES = 35

export const keys = [...'123456789abcdefghijklmnopqrstuvwxyz']

export interface ThemeFault {
  field: 'name' | 'description' | 'key'
  code: 'missing' | 'long' | 'key' | 'taken' | 'many'
}

/** What is wrong with a theme among the others of its survey. */
export function themeFaults(theme: Theme, all: Theme[]): ThemeFault[] {
  const others = all.filter(({ id }) => id !== theme.id)
  const faults: ThemeFault[] = []
  const add = (field: ThemeFault['field'], code: ThemeFault['code']) => faults.push({ field, code })
  if (others.length >= MOST_THEMES) add('name', 'many')
  else if (theme.name === '') add('name', 'missing')
  else if (lengthOf(theme.name) > THEME_NAME_LONGEST) add('name', 'long')
  else if (others.some(({ name }) => same(name, theme.name))) add('name', 'taken')
  if (lengthOf(theme.description) > THEME_DESCRIPTION_LONGEST) add('description', 'long')
  if (!keys.includes(theme.key)) add('key', 'key')
  else if (others.some(({ key }) => key === theme.key)) add('key', 'taken')
  return faults
}

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/** The first key that no theme has. */
export const freeKey = (themes: Theme[]) =>
  keys.find((key) => !themes.some((theme) => theme.key === key)) ?? ''
