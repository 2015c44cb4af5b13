import { localDate } from '../../survey/calendar.ts'
import type { Cell, Table } from '../table.ts'
import type { Taken } from './taken.ts'

/** What the numbers are, how they were made, and what is not shown and why. */
export function aboutTable(taken: Taken): Table {
  const { say } = taken
  const rows = [...facts(taken), ...reading(taken), ...unshown(taken), licence(taken)]
  return {
    name: say('export:sheet.about'),
    columns: [
      { name: say('export:about.what'), width: 34, as: 'text' },
      { name: say('export:about.value'), width: 96, as: 'text' },
    ],
    rows,
    read: true,
  }
}

function facts({ questionnaire, release, participation, say, names, ...taken }: Taken): Cell[][] {
  const { id, number, title, opens, closes, timeZone, languages, sites } = questionnaire
  const fact = (name: string, value: Cell): Cell[] => [say(`export:about.${name}`), value]
  return [
    fact('survey', names.text(title)),
    fact('code', id),
    fact('organisation', taken.organisation),
    ...(opens ? [fact('opens', { date: opens })] : []),
    ...(closes ? [fact('closes', { date: closes })] : []),
    fact('timeZone', timeZone),
    fact('state', say(`office:state.${taken.state}`)),
    fact('languages', names.languages(languages)),
    fact('questionnaire', number),
    fact('made', { date: taken.today }),
    fact('responses', participation.responses),
    fact('released', release.released),
    fact('release', say(release.final ? 'export:release.final' : 'export:release.steps')),
    ...standing(release, timeZone).map(([name, value]) => fact(name, value)),
    fact('smallestGroup', release.smallestGroup),
    ...(taken.limited
      ? [fact('limited', sites.length > 0 ? names.sites(sites.map((site) => site.id)) : '–')]
      : []),
    fact('view', say(taken.chosen ? 'export:view.chosen' : 'export:view.whole')),
  ]
}

/** A final release's number, day and checksum. */
function standing({ standing }: Taken['release'], timeZone: string): [string, Cell][] {
  if (!standing) return []
  const { number, at, hash } = standing
  return [
    ['releaseNumber', number],
    ['releasedOn', { date: localDate(Date.parse(at), timeZone) }],
    ...(hash ? [['hash', hash] as [string, Cell]] : []),
  ]
}

/** How the columns are to be read: what each share is a share of, and how sure it is. */
function reading({ questionnaire, say, weighted }: Taken): Cell[][] {
  const kinds = new Set(questionnaire.questions.map(({ kind }) => kind))
  const note = (name: string, text = say(`export:reading.${name}.text`)): Cell[] => [
    say(`export:reading.${name}.title`),
    text,
  ]
  return [
    note('codes'),
    note('n'),
    ...(kinds.has('choices') ? [note('choices', say('office:figure.several'))] : []),
    ...(kinds.has('scale') ? [note('scale')] : []),
    ...(kinds.has('number') ? [note('number')] : []),
    ...(kinds.has('ranking') ? [note('ranking')] : []),
    note('between', `${say('figures:chance.text')} ${say('figures:chance.who')}`),
    note('weights', say(`export:reading.weights.${weighted ? 'chosen' : 'text'}`)),
    note('participation'),
  ]
}

function unshown({ questionnaire, release, say, names, ...taken }: Taken): Cell[][] {
  const note = (name: string, text: string): Cell[] => [say(`export:unshown.${name}.title`), text]
  const k = release.smallestGroup
  const spread = questionnaire.sites.length > 0 ? 'sites' : 'whole'
  const merged = release.groups.filter(({ sites }) => sites)
  const isGuarded = release.groups.some(({ questions }) => questions.some((one) => one.guarded))
  const apart = release.groups.some(({ questions }) => questions.some((table) => table.apart))
  return [
    note('withheld', say('export:unshown.withheld.text', { k })),
    ...(release.final
      ? []
      : [
          note(
            'waiting',
            `${say(`office:waiting.steps.${spread}`, { k })} ${say('office:waiting.ownPace')}`,
          ),
        ]),
    ...merged.map(({ sites }) =>
      note('merged', say('office:waiting.merged', { sites: names.sites(sites!) })),
    ),
    ...names.merged(release.groups).map((text) => note('mergedGroups', text)),
    ...(release.final && !taken.limited ? names.notDivided(release.groups) : []).map((text) =>
      note('notDivided', text),
    ),
    ...(isGuarded ? [note('guarded', say('export:unshown.guarded.text'))] : []),
    ...(taken.limited && apart ? [note('apart', say('figures:apart.text'))] : []),
    ...(taken.deletedOn === undefined
      ? [note('texts', say('export:unshown.texts.text'))]
      : [deletion(taken.deletedOn, { say, names })]),
    note('responses', say('export:unshown.responses.text')),
  ]
}

const deletion = (on: string, { say, names }: Pick<Taken, 'say' | 'names'>): Cell[] => [
  say('keeping:gone.title'),
  say('keeping:gone.file', { date: names.date(on) }),
]

const licence = ({ say }: Taken): Cell[] => [
  say('export:about.licence'),
  say('export:about.noLicence'),
]
