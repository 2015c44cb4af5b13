import { loadFonts, printable, unprintable } from '../../../export/pdf/fonts.ts'
import type { Poster } from '../../../export/poster/poster.ts'
import { posterWords } from '../../../pages/office/survey/poster-words.ts'

type Setting = Parameters<typeof posterWords>[0]

/** The first words that the posters' font has no letters for, with those letters. */
export async function lettersLacking(
  settings: Setting[],
  sites: string[],
): Promise<{ letters: string; words: string } | undefined> {
  const { has } = await loadFonts()
  for (const setting of settings) {
    const { content, organisation } = setting
    const { title, lead } = posterWords(setting)
    const names = content.sites
      .filter(({ id }) => sites.includes(id))
      .map(({ name }) => name[setting.language] ?? '')
    for (const words of [title, organisation, lead, ...names]) {
      const letters = unprintable(words, has)
      if (letters.length > 0) return { letters: letters.slice(0, 10).join(' '), words }
    }
  }
  return undefined
}

/** Makes the words of a poster such that they can be printed; where a code leads stays as it is. */
export async function printablePoster() {
  const { has } = await loadFonts()
  return (poster: Poster): Poster => {
    const { site, until } = poster
    const said = (words: string) => printable(words, has)
    return {
      ...poster,
      title: said(poster.title),
      organisation: said(poster.organisation),
      lead: said(poster.lead),
      steps: poster.steps.map(said),
      ...(site && { site: said(site) }),
      ...(until && { until: said(until) }),
    }
  }
}
