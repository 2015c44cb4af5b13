import { nominalAlpha } from '../statistics/krippendorff.ts'
import type { Theme } from './theme.ts'

/** What one person found a comment to be about; none of the themes is a finding too. */
export interface Coding {
  text: string
  coder: string
  /** ids, those of themes that are gone left out */
  themes: string[]
}

/** Codings by comment. */
export type Codings = Map<string, Coding[]>

export function codingsOf(list: Coding[]): Codings {
  const found: Codings = new Map()
  for (const coding of list) found.set(coding.text, [...(found.get(coding.text) ?? []), coding])
  return found
}

/** The themes that count for a comment: those that more than half of its coders gave it. */
export function themesOf(codings: Coding[] | undefined): string[] {
  const all = codings ?? []
  const given = [...new Set(all.flatMap(({ themes }) => themes))]
  return given.filter(
    (theme) => 2 * all.filter(({ themes }) => themes.includes(theme)).length > all.length,
  )
}

/** Whether a comment's coders found it to be about different things. */
export const isDisputed = (codings: Coding[] | undefined) =>
  new Set((codings ?? []).map(wholeOf)).size > 1

/** How far coders agree, over the comments that at least two of them have coded. */
export interface Agreement {
  comments: number
  coders: number
  /** the whole of a comment's themes as one value */
  overall: number | undefined
  /** given or not, by theme */
  byTheme: Map<string, number | undefined>
}

/** Krippendorff's alpha; undefined where fewer than `least` comments have two coders. */
export function agreementOf(
  codings: Codings,
  themes: Theme[],
  least: number,
): Agreement | undefined {
  const shared = [...codings.values()].filter((all) => all.length > 1)
  if (shared.length < least) return undefined
  const given = (theme: string) => shared.map((all) => all.map((one) => one.themes.includes(theme)))
  return {
    comments: shared.length,
    coders: new Set(shared.flatMap((all) => all.map(({ coder }) => coder))).size,
    overall: nominalAlpha(shared.map((all) => all.map(wholeOf))),
    byTheme: new Map(themes.map(({ id }) => [id, nominalAlpha(given(id))])),
  }
}

const wholeOf = ({ themes }: Coding) => themes.toSorted().join(' ')
