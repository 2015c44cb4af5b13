import type { Taken } from '../../../export/taken/taken.ts'
import type { Interface } from '../../../i18n.ts'
import { everything } from '../../../pages/office/dashboard/chosen.ts'
import type { DashboardView } from '../../../pages/office/dashboard/dashboard.tsx'
import type { OfficeFrame } from '../../../pages/office/frame.tsx'
import { readerOf } from '../../../pages/office/reader.ts'
import { takenNames } from '../../../pages/office/dashboard/taken-names.ts'
import { populationsOf } from '../../../survey/statistics/comparison.ts'

/** What someone takes along of the view that was asked for, named as on the page. */
export function takenFrom(frame: OfficeFrame, view: DashboardView, face: Interface): Taken {
  const { questionnaire, release, participation, state, today, limited = false } = view
  const { sites, question, weighted } = view.chosen ?? everything
  const populations = populationsOf(questionnaire, release, !limited, view.everywhere?.listed)
  const reader = readerOf(frame, questionnaire)
  const groups = release.groups
    .filter(({ by, id }) => by !== 'site' || sites.length === 0 || sites.includes(id))
    .map((group) => ({
      ...group,
      questions: group.questions.filter(({ id }) => question === undefined || id === question),
    }))
  return {
    organisation: frame.organisation?.name ?? '',
    questionnaire,
    state,
    participation,
    deletedOn: view.purge?.on,
    release: { ...release, groups },
    siteGroups: release.groups.filter(({ by }) => by === 'site'),
    limited,
    chosen: sites.length > 0 || question !== undefined,
    weighted,
    listedIn: ({ by, id }) => (by === 'all' || by === 'site' ? populations(id) : undefined),
    today,
    say: frame.words,
    names: takenNames(reader, questionnaire, face),
  }
}
