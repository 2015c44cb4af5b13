import { logOddsScore } from '../statistics/log-odds.ts'
import { NO_SITE, OTHERS } from '../release.ts'
import type { Comment } from './comment.ts'
import { functionWords } from './function-words.ts'
import type { Stems } from './stem.ts'
import type { TextLanguage } from './text-language.ts'
import { wordsIn } from './words.ts'

export interface StandingOut {
  /** a site's id */
  group: string
  words: { word: string; comments: number; score: number }[]
}

/** So many standard deviations make a word stand out: two-sided 95 %. */
const LEAST_SCORE = 1.96
const MOST_WORDS = 8
/** Words that the prior weighs: those of two or three comments. */
const PRIOR = 20

/**
 * The words that comments of each site use more than those of the others, most first. Only what
 * readers may read is looked at, a word counts once in a comment, and none is named that fewer
 * than the smallest group of the site's comments use.
 */
export function standingOut(
  comments: Pick<Comment, 'group' | 'text' | 'language'>[],
  stems: Stems,
  smallestGroup: number,
): StandingOut[] {
  const uses = countUses(comments, stems)
  const all = sum(uses.values())
  return [...uses].flatMap(([group, here]) => {
    if (group === OTHERS || group === NO_SITE || uses.size < 2) return []
    const allHere = here.all
    const words = [...here.stems.values()]
      .filter(({ comments }) => comments >= smallestGroup)
      .map(({ stem, forms, comments }) => {
        const elsewhere = all.of(stem) - comments
        const counts = { here: comments, elsewhere, allHere, allElsewhere: all.all - allHere }
        return { word: mostUsed(forms), comments, score: logOddsScore(counts, PRIOR) }
      })
      .filter(({ score }) => score >= LEAST_SCORE)
      .toSorted((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    return words.length > 0 ? [{ group, words: words.slice(0, MOST_WORDS) }] : []
  })
}

interface Use {
  stem: string
  comments: number
  /** how often by form */
  forms: Map<string, number>
}

interface GroupUses {
  all: number
  stems: Map<string, Use>
}

function countUses(comments: Pick<Comment, 'group' | 'text' | 'language'>[], stems: Stems) {
  const groups = new Map<string, GroupUses>()
  for (const { group, text, language } of comments) {
    const uses = groups.get(group) ?? { all: 0, stems: new Map<string, Use>() }
    groups.set(group, uses)
    for (const [stem, word] of wordsOnce(text, language, stems)) {
      const use = uses.stems.get(stem) ?? { stem, comments: 0, forms: new Map() }
      use.comments += 1
      use.forms.set(word, (use.forms.get(word) ?? 0) + 1)
      uses.stems.set(stem, use)
      uses.all += 1
    }
  }
  return groups
}

/** Each stem of a comment, but for small words, with the form that stands there first. */
function wordsOnce(text: string, language: TextLanguage, stems: Stems): Map<string, string> {
  const found = new Map<string, string>()
  for (const { word } of wordsIn(text)) {
    if (word.length < 3 || /^\d+$/.test(word) || isSmall(word, language)) continue
    const [stem] = stems(word, language)
    if (!found.has(stem!)) found.set(stem!, word)
  }
  return found
}

const isSmall = (word: string, language: TextLanguage) =>
  language === ''
    ? Object.values(functionWords).some((words) => words.has(word))
    : functionWords[language].has(word)

function sum(groups: Iterable<GroupUses>) {
  const all = [...groups]
  return {
    all: all.reduce((words, group) => words + group.all, 0),
    of: (stem: string) =>
      all.reduce((words, group) => words + (group.stems.get(stem)?.comments ?? 0), 0),
  }
}

const mostUsed = (forms: Map<string, number>) =>
  [...forms].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0]
