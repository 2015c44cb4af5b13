import { countsOf } from '../../src/survey/counts.ts'
import type { Content, Question } from '../../src/survey/questionnaire.ts'
import { receive } from '../../src/survey/receive.ts'
import type { Answers, Fault, Fields } from '../../src/survey/response.ts'
import { questionnaire } from '../make.ts'

/** The field every sending has beside its answers. */
export const submission = 'sending-1'

export interface Sent {
  answers?: Answers
  faults?: Fault[]
  /** "question: cell cell …" for each question counted, '' being the denominator */
  counted?: string[]
  texts?: string[]
  masked?: string[]
}

/** What becomes of fields that someone sends. */
export function sent(questions: Question[], fields: Fields, more: Partial<Content> = {}): Sent {
  const asked = questionnaire(questions, more)
  const arrival = { channel: 'web', language: 'sv', date: '2026-06-01' } as const
  const received = receive(asked, { submission, ...fields }, arrival)
  if ('faults' in received) return { faults: received.faults }
  const { response, masked } = received
  const counts = countsOf(asked, response).filter(({ question }) => question !== '')
  return {
    answers: response.answers,
    counted: counts.map(({ question, cells }) => `${question}: ${cells.join(' ')}`),
    texts: counts.flatMap(({ text }) => (text === undefined ? [] : [text])),
    masked,
  }
}
