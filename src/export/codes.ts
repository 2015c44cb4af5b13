import { ruleOf } from '../survey/kinds/kinds.ts'
import {
  DONT_KNOW,
  NONE,
  OTHER,
  type Question,
  type Questionnaire,
} from '../survey/questionnaire.ts'
import { NO_SITE, OTHERS, type Release } from '../survey/release.ts'
import { csv } from './csv.ts'

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
  const asked = questions.flatMap((question) => [
    ['question', question.id, '', ...inAll((language) => question.text[language] ?? '')],
    ...codesOf(question).map((code) => [
      'option',
      question.id,
      code,
      ...inAll((language) => optionWords(question, code, language, wordsIn(language))),
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

/** As they stand in the numbers. */
function codesOf(question: Question): string[] {
  const codes = ruleOf(question).options(question)
  return question.kind === 'scale' && question.dontKnow ? [...codes, DONT_KNOW] : codes
}

function optionWords(question: Question, code: string, language: string, words: Words): string {
  if (code === OTHER || code === NONE) return words(`citizen:option.${code}`)
  if (question.kind === 'scale') {
    if (code === DONT_KNOW) return words('citizen:option.dontKnow')
    const { from, to, fromText, toText } = question
    const end = code === String(from) ? fromText : code === String(to) ? toText : undefined
    return end?.[language] ?? code
  }
  const option = 'options' in question && question.options.find(({ id }) => id === code)
  return (option && option.text[language]) || code
}
