import type { Block, Report } from '../../../survey/report.ts'
import type { Question } from '../../../survey/questionnaire.ts'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import { type Findings, findingsOf } from '../figures/findings.ts'
import type { OfficeFrame } from '../frame.tsx'
import type { Reader } from '../reader.ts'
import { asAsked } from './as-asked.ts'
import { beginning } from './beginning.ts'
import { method } from './method.ts'
import { participation } from './participation.ts'
import { questionBlocks } from './question.ts'

export interface Source {
  frame: OfficeFrame
  reader: Reader
  view: DashboardView
  /** what a question's tables say; dear to work out, so once for the whole report */
  findings(question: Question): Findings | undefined
}

/** A survey's numbers as a document that says where each comes from. */
export function reportOf(given: Omit<Source, 'findings'>): Report {
  const { frame, reader, view } = given
  const known = new Map<Question, Findings | undefined>()
  const findings = (question: Question) => {
    if (!known.has(question)) known.set(question, findingsOf(view, question))
    return known.get(question)
  }
  const source = { ...given, findings }
  const { words } = reader
  const [before, between] = words('report:page', { page: SPLIT }).split(SPLIT) as [string, string]
  return {
    language: reader.language,
    title: reader.text(view.questionnaire.title),
    organisation: frame.organisation?.name ?? '',
    page: { before: before.trim(), between: between.trim() },
    *blocks(lacked): Iterable<Block> {
      yield* beginning(source)
      yield { type: 'page' }
      yield* participation(source)
      for (const [index, question] of view.questionnaire.questions.entries()) {
        yield* questionBlocks({ ...source, question, number: index + 1 })
      }
      yield* asAsked(source)
      yield* method(source, lacked)
    },
  }
}

const SPLIT = '\t'
