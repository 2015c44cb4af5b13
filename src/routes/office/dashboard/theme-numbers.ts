import type { ThemeNumbers } from '../../../pages/office/figures/themes-figure.tsx'
import type { Store } from '../../../store/store.ts'
import type { Questionnaire } from '../../../survey/questionnaire.ts'
import { textFields } from '../../../survey/receive.ts'
import type { Release } from '../../../survey/release.ts'
import { codingsOf } from '../../../survey/text/coding.ts'
import { ownThemeCounts } from '../../../survey/text/own-theme-counts.ts'

/**
 * What the comments of each field are about, as far as they are sorted and a reader of these sites
 * may know; nothing is read where the survey has no themes.
 */
export async function themeNumbers(
  store: Store,
  organisation: string,
  questionnaire: Questionnaire,
  release: Release,
  sites: string[],
): Promise<ThemeNumbers | undefined> {
  const fields = questionnaire.questions.flatMap(textFields)
  const themes = fields.length > 0 ? await store.themes(organisation, questionnaire.id) : []
  if (themes.length === 0) return undefined
  const found = await store.comments(organisation, questionnaire.id)
  if (!found) return undefined
  const codings = codingsOf(await store.codings(organisation, questionnaire.id))
  return {
    themes,
    sample: found.more > 0,
    counts: Object.fromEntries(
      fields.map((field) => {
        const comments = found.comments.filter((comment) => comment.field === field)
        return [field, ownThemeCounts({ comments, codings, themes, release, sites })]
      }),
    ),
  }
}
