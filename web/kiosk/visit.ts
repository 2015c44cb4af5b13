import { isAsked } from '../../src/survey/conditions.ts'
import { many } from '../../src/survey/fields.ts'
import { ruleOf } from '../../src/survey/kinds/kinds.ts'
import {
  OTHER,
  otherField,
  type Question,
  type Questionnaire,
} from '../../src/survey/questionnaire.ts'
import { readAnswers } from '../../src/survey/reading.ts'
import type { Answers, Fault, Fields } from '../../src/survey/response.ts'

/** One person before the tablet. It lives in memory only and is dropped whole. */
export interface Visit {
  /** of the response to be */
  id: string
  questionnaire: Questionnaire
  /** where the tablet stood when the person began */
  site: string
  language: string
  fields: Fields
  at: Step
  faults: Fault[]
}

/** A screen: a question, or the words of its "other". */
export interface Step {
  question: string
  words: boolean
}

export function begin(
  id: string,
  questionnaire: Questionnaire,
  site: string,
  language: string,
): Visit {
  const at = { question: questionnaire.questions[0]!.id, words: false }
  return { id, questionnaire, site, language, fields: {}, at, faults: [] }
}

export const answer = (visit: Visit, fields: Fields): Visit => ({
  ...visit,
  fields: { ...visit.fields, ...fields },
  faults: [],
})

/** The next screen, the same with faults, or undefined where all is answered. */
export function forward(visit: Visit): Visit | undefined {
  const faults = faultsAt(visit, visit.at)
  if (faults.length > 0) return { ...visit, faults }
  const steps = stepsOf(visit)
  const next = steps[placeOf(steps, visit.at) + 1]
  if (next) return { ...visit, at: next, faults: [] }
  const wrong = steps.find((step) => faultsAt(visit, step).length > 0)
  return wrong && { ...visit, at: wrong, faults: faultsAt(visit, wrong) }
}

/** The screen before, or undefined on the first. */
export function back(visit: Visit): Visit | undefined {
  const steps = stepsOf(visit)
  const before = steps[placeOf(steps, visit.at) - 1]
  return before && { ...visit, at: before, faults: [] }
}

export const isLast = (visit: Visit) => {
  const steps = stepsOf(visit)
  return placeOf(steps, visit.at) === steps.length - 1
}

/** Where one is among the questions that are asked as things stand. */
export function progressOf(visit: Visit): { number: number; total: number } {
  const questions = stepsOf(visit).filter(({ words }) => !words)
  const number = questions.findIndex(({ question }) => question === visit.at.question) + 1
  return { number, total: questions.length }
}

export const questionAt = ({ questionnaire, at }: Visit): Question =>
  questionnaire.questions.find(({ id }) => id === at.question)!

/** Nothing is given on this screen: its question may be skipped, where it is optional. */
export const isBlank = (visit: Visit) =>
  !visit.at.words && many(visit.fields, visit.at.question).length === 0

/** What is sent: without the answers to questions that are no longer asked. */
export const answersOf = (visit: Visit): Answers =>
  readAnswers(visit.questionnaire.questions, meant(visit)).answers

/** What a person wrote under "other" and then did not choose is not meant. */
function meant({ questionnaire, fields }: Visit): Fields {
  const unchosen = questionnaire.questions.filter(({ id }) => !many(fields, id).includes(OTHER))
  const dropped = new Set(unchosen.map(({ id }) => otherField(id)))
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !dropped.has(name)))
}

/** The screens as things stand: what hangs on an answer counts as soon as that is chosen. */
function stepsOf({ questionnaire, fields }: Visit): Step[] {
  const soFar: Fields = {}
  return questionnaire.questions.flatMap((question) => {
    if (!isAsked(question, soFar)) return []
    soFar[question.id] = fields[question.id]
    const screen = { question: question.id, words: false }
    const other = 'other' in question && many(fields, question.id).includes(OTHER)
    return other && question.other ? [screen, { ...screen, words: true }] : [screen]
  })
}

const placeOf = (steps: Step[], { question, words }: Step) =>
  steps.findIndex((step) => step.question === question && step.words === words)

function faultsAt(visit: Visit, step: Step): Fault[] {
  const question = visit.questionnaire.questions.find(({ id }) => id === step.question)!
  const own = otherField(question.id)
  const read = ruleOf(question).read(question, meant(visit))
  if ('faults' in read) return read.faults.filter(({ field }) => (field === own) === step.words)
  const missing = question.required && !(question.id in read.answers)
  return missing && !step.words ? [{ field: question.id, code: 'missing' }] : []
}
