import type { Block, Report } from '../../../survey/report.ts'
import type { DashboardView } from '../dashboard.tsx'
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
}

/** A survey's numbers as a document that says where each comes from. */
export function reportOf(source: Source): Report {
  const { frame, reader, view } = source
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
