import type { Question } from '../../../survey/questionnaire.ts'
import { intervalOf, MEAN } from '../../../survey/statistics/measure.ts'
import type { Chart, Panel, Strip } from './chart.ts'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import type { Findings, SiteFindings } from './findings.ts'
import { optionName, siteName } from '../names.ts'
import type { Reader } from '../reader.ts'
import { lowerHalf, stepTone } from './scale-colors.ts'
import { comparisonMessage, verdictWords } from './site-message.ts'
import { stripOf } from './whole-chart.ts'
import { whyUnshown } from './unshown.ts'

/** So many sites stand side by side under each option; more have a small figure each. */
export const SIDE_BY_SIDE = 6

export interface Source {
  reader: Reader
  view: DashboardView
  question: Question
  findings: Findings
}

/** A place of the figure: everyone first, where that is shown, then the sites. */
export interface Place extends SiteFindings {
  name: string
  lang: string | undefined
  unshown: string | undefined
}

/** The same numbers by site, with how sure they are and what may be said of them. */
export function sitesChart(source: Source, basis: string[]): Chart {
  const { reader, question } = source
  const places = placesOf(source)
  const frame = {
    message: comparisonMessage(source),
    question: reader.text(question.text),
    lang: reader.lang,
    basis,
    legend: [],
  }
  if (question.kind === 'scale') return { ...frame, ...diverging(source, places) }
  if (places.length > SIDE_BY_SIDE + 1) {
    return { ...frame, small: true, panels: places.map((place) => panelOfPlace(source, place)) }
  }
  const options = source.findings.table.options.map(({ id }) => id)
  return { ...frame, panels: options.map((id) => panelOfOption(source, places, id)) }
}

export function placesOf({ reader, view, question, findings }: Source): Place[] {
  const { questionnaire, release } = view
  const named = (site: SiteFindings): Place => ({
    ...site,
    name: siteName(reader, questionnaire, site.id),
    lang: questionnaire.sites.some(({ id }) => id === site.id) ? reader.lang : undefined,
    unshown: whyUnshown(reader, site.table, release.final),
  })
  const { table, measures } = findings
  const whole = table.withheld || table.n === 0 ? [] : [named({ id: 'all', table, measures })]
  return question.kind === 'text' ? [] : [...whole, ...findings.sites.map(named)]
}

/** Under one option, all places. */
export function panelOfOption(source: Source, places: Place[], option: string): Panel {
  const { reader, question } = source
  return {
    id: option,
    title: optionName(reader, question, option),
    lang: reader.lang,
    strips: places.map((place) => {
      const note = noteOf(source, place.id, option)
      if (place.unshown) return { ...nameOf(place), pieces: [], value: place.unshown }
      const row = place.table.options.find(({ id }) => id === option)!
      return { ...stripIn(source, place, row), ...nameOf(place), note }
    }),
  }
}

/** Of one place, all options in the questionnaire's order, so that the shapes can be compared. */
function panelOfPlace(source: Source, place: Place): Panel {
  const { name, lang, unshown, table } = place
  if (unshown) return { id: place.id, title: name, lang, unshown, strips: [] }
  const strips = table.options.map((row) => ({
    ...stripIn(source, place, row),
    note: noteOf(source, place.id, row.id),
  }))
  return { id: place.id, title: name, lang, strips }
}

/** Bars that part at the middle of the scale: who chose low steps to one side, high to the other. */
export function diverging(
  source: Source,
  places: Place[],
): Pick<Chart, 'panels' | 'middle' | 'legend'> {
  const { reader, question } = source
  const shown = places.filter(({ unshown }) => !unshown)
  const shares = ({ table }: Place) => table.options.map(({ count }) => count / table.n)
  const below = Math.max(0.1, ...shown.map((place) => lowerHalf(shares(place))))
  const above = Math.max(0.1, ...shown.map((place) => 1 - lowerHalf(shares(place))))
  const across = below + above
  const strips = places.map((place): Strip => {
    if (place.unshown) return { ...nameOf(place), pieces: [], value: place.unshown }
    let at = below - lowerHalf(shares(place))
    const pieces = shares(place).map((share, index, all) => {
      const from = at / across
      at += share
      return { from, to: at / across, tone: stepTone(index, all.length) }
    })
    const measure = place.measures[0]
    const interval = measure && intervalOf(measure)
    const mean = measure && 'mean' in measure ? reader.numbers.mean(measure.mean.mean) : ''
    const { mean: write } = reader.numbers
    const value = interval
      ? reader.words('figures:mean.between', {
          mean,
          low: write(interval.low),
          high: write(interval.high),
        })
      : mean
    const used = pieces.filter(({ from, to }) => to > from)
    return { ...nameOf(place), pieces: used, value, note: noteOf(source, place.id, MEAN) }
  })
  const ids = source.findings.table.options.map(({ id }) => id)
  const legend = ids.map((id, index) => ({
    tone: stepTone(index, ids.length),
    label: optionName(reader, question, id),
  }))
  return { panels: [{ id: 'scale', strips }], middle: below / across, legend }
}

export const nameOf = ({ id, name, lang }: Place) => ({ id, label: name, lang })

export const stripIn = (
  { reader, question, findings }: Source,
  place: Place,
  row: Place['table']['options'][0],
) => {
  const own = place.id === 'all' ? findings : place
  return stripOf(reader, question, own, row)
}

function noteOf({ reader, question, findings }: Source, group: string, measure: string) {
  const found = findings.judged.find((one) => one.group === group && one.measure === measure)
  if (!found || found.verdict === 'alike' || found.verdict === 'few') return undefined
  return verdictWords(reader, question, found.verdict)
}
