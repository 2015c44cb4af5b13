import { partingBin, rowFrom } from './at-least.ts'
import type { Chart, Panel } from './chart.ts'
import { leadersIn } from './message.ts'
import { comparisonMessage } from './site-message.ts'
import {
  diverging,
  nameOf,
  panelOfOption,
  type Place,
  placesOf,
  type Source,
  stripIn,
} from './sites-chart.ts'

/** One line for each place, as there may be many: the whole scale, or the share that tells most. */
export function siteLines(source: Source): Chart {
  const { reader, question, findings } = source
  const places = placesOf(source)
  const frame = {
    message: comparisonMessage(source),
    question: reader.text(question.text),
    lang: reader.lang,
    basis: [],
    legend: [],
  }
  if (question.kind === 'scale') return { ...frame, ...diverging(source, places) }
  if (question.kind === 'number') {
    const bin = partingBin(question, findings.table)
    return { ...frame, panels: [panelFrom(source, places, bin)] }
  }
  const [leader] = leadersIn(findings.table)
  if (!leader) return { ...frame, panels: [] }
  return { ...frame, panels: [{ ...panelOfOption(source, places, leader.id), title: undefined }] }
}

/** Of each place those who answered so much or more. */
function panelFrom(source: Source, places: Place[], bin: string): Panel {
  const strips = places.map((place) =>
    place.unshown
      ? { ...nameOf(place), pieces: [], value: place.unshown }
      : { ...stripIn(source, place, rowFrom(place.table, bin)), ...nameOf(place) },
  )
  return { id: bin, strips }
}
