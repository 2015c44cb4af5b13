import type { DashboardView } from '../../src/pages/office/dashboard/dashboard.tsx'
import { addDays } from '../../src/survey/calendar.ts'
import { countsOf } from '../../src/survey/counts.ts'
import { ruleOf } from '../../src/survey/kinds/kinds.ts'
import type { Question, Questionnaire } from '../../src/survey/questionnaire.ts'
import { finalRelease, stepRelease, type Tallies } from '../../src/survey/release.ts'
import type { Answers, Response } from '../../src/survey/response.ts'
import { add } from '../../src/survey/strand.ts'

type Random = () => number

/** What a dashboard would show after so many made-up responses at each site. */
export function viewOf(
  questionnaire: Questionnaire,
  bySite: Record<string, number>,
  random: Random,
  final = false,
): DashboardView {
  const tallies: Tallies = new Map()
  const participation: DashboardView['participation'] = {
    responses: 0,
    bySite: {},
    byDay: {},
    byChannel: {},
    byLanguage: {},
  }
  for (const [site, count] of Object.entries(bySite)) {
    for (let index = 0; index < count; index += 1) {
      participation.responses += 1
      raise(participation.bySite, site)
      raise(participation.byDay, addDays('2026-06-01', Math.floor(random() * 10)))
      raise(participation.byChannel, random() < 0.5 ? 'web' : 'kiosk')
      raise(participation.byLanguage, 'sv')
      keep(questionnaire, tallies, site, answersTo(questionnaire, random))
    }
  }
  return {
    questionnaire,
    state: final ? 'closed' : 'open',
    participation,
    release: (final ? finalRelease : stepRelease)(questionnaire, tallies),
    texts: [],
    today: final ? '2026-09-20' : '2026-06-12',
  }
}

function keep(questionnaire: Questionnaire, tallies: Tallies, site: string, answers: Answers) {
  const strands = tallies.get(site) ?? new Map()
  tallies.set(site, strands)
  add(strands, countsOf(questionnaire, { answers } as Response), questionnaire.smallestGroup)
}

const answersTo = ({ questions }: Questionnaire, random: Random): Answers =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answerTo(question, random)
      return answer === undefined ? [] : [[question.id, answer]]
    }),
  )

function answerTo(question: Question, random: Random): Answers[string] | undefined {
  const options = ruleOf(question).options(question)
  const any = () => options[Math.floor(random() * options.length)]!
  if (question.kind === 'text') return random() < 0.5 ? 'Text' : undefined
  if (question.kind === 'choice' || question.kind === 'number') return any()
  if (question.kind === 'choices') return [...new Set([any(), any()])]
  if (question.kind === 'ranking')
    return options.toSorted(() => random() - 0.5).slice(0, question.max)
  return random() < 0.2 ? 'dontknow' : Number(any())
}

const raise = (counts: Record<string, number>, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1
}
