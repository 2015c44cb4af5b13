import type { Questionnaire } from '../survey/questionnaire.ts'
import { NO_SITE, OTHERS, type Release } from '../survey/release.ts'
import { csv } from './csv.ts'
import { type FixedIn, offeredIn } from './offered.ts'

type Words = (key: string) => string

export interface Coded {
  questionnaire: Questionnaire
  release: Pick<Release, 'groups'>
  /** the interface's words in a language */
  wordsIn: (language: string) => Words
}

/** What the codes of published numbers stand for, in each language of the survey. */
export function codesCsv({ questionnaire, release, wordsIn }: Coded): string {
  const { languages, questions, sites } = questionnaire
  const inAll = (said: (language: string) => string) => languages.map(said)
  const fixed: FixedIn = (id, language) => wordsIn(language)(`citizen:option.${id}`)
  const asked = questions.flatMap((question) => [
    ['question', question.id, '', ...inAll((language) => question.text[language] ?? '')],
    ...offeredIn(question, fixed).map(([code, words]) => [
      'option',
      question.id,
      code,
      ...inAll(words),
    ]),
  ])
  const groups = release.groups.map(({ by, id }) => {
    const name = sites.find((site) => site.id === id)?.name
    const kind = groupWords[id]
    const own = by === 'site' ? name : undefined
    return [
      'group',
      '',
      id,
      ...inAll((language) => own?.[language] ?? (kind ? wordsIn(language)(kind) : id)),
    ]
  })
  return csv([['part', 'question', 'code', ...languages], ...asked, ...groups])
}

const groupWords: Record<string, string> = {
  all: 'office:site.all',
  [OTHERS]: 'office:site.others',
  [NO_SITE]: 'office:site.none',
}
