import type { Edition } from '../../../survey/publication/publication.ts'
import type { UndertakingVersion } from '../../../survey/publication/undertaking.ts'
import type { Questionnaire, Text } from '../../../survey/questionnaire.ts'
import type { Release } from '../../../survey/release.ts'
import type { TextLanguage } from '../../../survey/text/text-language.ts'
import type { DashboardView } from '../../office/dashboard/dashboard.tsx'
import type { Reader } from '../../office/reader.ts'
import type { Frame } from '../../frame.tsx'

/** Words of one who agreed to be quoted, as moderation leaves them. */
export interface Quote {
  id: string
  /** the question that was answered with them */
  field: string
  text: string
  language: TextLanguage
}

/** What is public of a survey's results. */
export interface ResultsView {
  /** as it was asked, whole */
  questionnaire: Questionnaire
  edition: Edition
  /** the part of the final release that was picked */
  release: Release
  quotes: Quote[]
  /** local date on which those that were picked were deleted */
  quotesGone?: string | undefined
  /** newest first */
  undertakings: UndertakingVersion[]
  /** local dates */
  publishedOn: string
  amendments: { on: string; note: Text }[]
  /** where the installation is found */
  address: string
  /** one can ask to be told what comes of it */
  subscribe: boolean
}

export interface ResultsProps {
  frame: Frame
  reader: Reader
  view: ResultsView
}

/** The same numbers as the figures of the office know them. */
export const figureView = ({
  questionnaire,
  release,
  publishedOn,
}: ResultsView): DashboardView => ({
  questionnaire,
  release,
  state: 'closed',
  today: publishedOn,
  texts: [],
  participation: {
    responses: release.released,
    bySite: {},
    byDay: {},
    byChannel: {},
    byLanguage: {},
  },
})
