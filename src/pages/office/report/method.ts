import type { Block } from '../../../survey/report.ts'
import { localDate } from '../../../survey/calendar.ts'
import { channels } from '../../../survey/response.ts'
import { groupName, notBrokenDown, nounOf } from '../dashboard/group-names.ts'
import { spread } from '../names.ts'
import { mergedWords, waitingWords } from '../dashboard/waiting.tsx'
import { datesOf } from './beginning.ts'
import type { Source } from './report.ts'
import { heading, list, paragraph, paragraphs } from './said.ts'

/** How the numbers came about, and what they cannot tell. */
export function* method(source: Source, lacked: ReadonlySet<string>): Iterable<Block> {
  const { reader, view } = source
  const { words } = reader
  const { release, chosen } = view
  const k = release.smallestGroup
  const part = (name: string) => heading(3, words(`report:method.${name}.title`))
  yield heading(2, words('report:method.title'))
  yield part('how')
  yield* paragraphs([datesOf(reader, view), ways(source), languagesOf(source)])
  yield paragraph(words('report:method.how.voluntary'))
  yield part('population')
  yield paragraph(populationWords(source))
  yield part('weights')
  yield paragraph(words(`report:method.weights.${chosen?.weighted ? 'on' : 'none'}`))
  yield part('chance')
  for (const text of ['meaning', 'share', 'mean', 'finite', 'compare']) {
    yield paragraph(words(`report:method.chance.${text}`))
  }
  yield part('release')
  yield* paragraphs([
    words('report:method.release.smallest', { k }),
    release.final
      ? words('report:method.release.final', { k })
      : words(`waiting.steps.${spread(view.questionnaire)}`, { k }),
    release.final ? undefined : words('waiting.ownPace'),
    waitingWords(reader, view),
    ...standingWords(source),
  ])
  yield part('hidden')
  const hidden = [
    ...(view.limited ? [words('report:method.hidden.elsewhere')] : []),
    ...notDivided(source),
    ...hiddenIn(source),
  ]
  yield* paragraphs([mergedWords(reader, view)])
  if (hidden.length === 0) yield paragraph(words('report:method.hidden.nothing'))
  yield* list(hidden)
  yield part('texts')
  yield paragraph(words('report:method.texts.text'))
  if (view.purge) {
    const date = reader.numbers.date(view.purge.on)
    yield paragraph(words('keeping:gone.file', { date }))
  }
  yield part('limits')
  yield* paragraphs([
    words('figures:chance.who'),
    words('report:method.limits.twice'),
    words('figures:missing.unknown'),
  ])
  if (lacked.size > 0) {
    yield part('letters')
    yield paragraph(words('report:method.letters.text', { count: lacked.size }))
  }
}

/** Through what answers came, with how many each. */
function ways({ reader, view }: Source): string | undefined {
  const { words, numbers } = reader
  const { byChannel } = view.participation
  const used = channels.filter((channel) => byChannel[channel])
  if (used.length === 0) return undefined
  const named = used.map((channel) =>
    words('report:method.how.way', {
      way: words(`channel.${channel}`),
      number: numbers.count(byChannel[channel]!),
    }),
  )
  const said = words('report:method.how.ways', { ways: numbers.list(named) })
  return byChannel['qr'] ? `${said} ${words('report:method.how.posters')}` : said
}

function languagesOf({ reader, view }: Source) {
  const known = new Intl.DisplayNames([reader.language], { type: 'language' })
  const names = view.questionnaire.languages.map((id) => known.of(id) ?? id)
  return reader.words('report:method.how.languages', { languages: reader.numbers.list(names) })
}

function populationWords({ reader, view }: Source): string {
  const { words, numbers } = reader
  const { questionnaire, participation, limited, everywhere } = view
  const { sites } = questionnaire
  if (limited && everywhere?.listed !== undefined) {
    return words('report:method.population.listed', { listed: numbers.count(everywhere.listed) })
  }
  if (limited) return words('report:method.population.limited')
  if (sites.length === 0 || sites.some(({ listed }) => listed === undefined)) {
    return words('report:method.population.unknown')
  }
  const listed = sites.reduce((sum, site) => sum + (site.listed ?? 0), 0)
  const count = sites.reduce((sum, { id }) => sum + (participation.bySite[id] ?? 0), 0)
  return words('report:method.population.known', {
    listed: numbers.count(listed),
    responses: numbers.count(count),
    share: numbers.share(count, listed),
  })
}

/** Which final release it is, and how to see that nobody has changed it. */
function standingWords({ reader, view }: Source): string[] {
  const { standing } = view.release
  if (!standing) return []
  const { words, numbers } = reader
  const date = numbers.date(localDate(Date.parse(standing.at), view.questionnaire.timeZone))
  const said = words('breakdowns:standing.number', { number: standing.number, date })
  const came = standing.came ? ` ${words(`breakdowns:standing.${standing.came}`)}` : ''
  const hash = standing.hash ? [`${words('breakdowns:standing.hash')}: ${standing.hash}`] : []
  return [said + came, ...hash]
}

function notDivided({ reader, view }: Source): string[] {
  const { questionnaire, release, limited } = view
  return release.final && !limited ? notBrokenDown(reader, questionnaire, release.groups) : []
}

/** Everything that has no numbers here, by name. */
function hiddenIn(source: Source): string[] {
  const { reader, view } = source
  const { words, numbers } = reader
  const { groups } = view.release
  return view.questionnaire.questions.flatMap((question, index) => {
    const number = index + 1
    const hidden = groups.filter(
      ({ questions }) => questions.find(({ id }) => id === question.id)?.withheld,
    )
    const apart = hidden.some(({ questions }) =>
      questions.some(({ id, apart }) => id === question.id && apart),
    )
    if (apart) return [words('report:method.hidden.apart', { number })]
    if (hidden.some(({ by }) => by === 'all'))
      return [words('report:method.hidden.whole', { number })]
    return [...new Set(hidden.map(({ by }) => by))].map((by) =>
      words(`report:method.hidden.${by === 'site' ? 'sites' : 'groups'}`, {
        number,
        by: by === 'site' || by === 'all' ? '' : nounOf(reader, view.questionnaire, by),
        groups: numbers.list(
          hidden
            .filter((group) => group.by === by)
            .map((group) => groupName(reader, view.questionnaire, by, group.id)),
        ),
      }),
    )
  })
}
