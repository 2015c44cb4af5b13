import type { Question } from '../../../survey/questionnaire.ts'
import type { Block, Figure } from '../../../survey/report.ts'
import { askedOf } from '../figures/asked-of.ts'
import type { Chart } from '../figures/chart.ts'
import { duelBlocks } from './duels.ts'
import { figureNotes, unshownWords } from '../figures/figure.tsx'
import type { Findings } from '../figures/findings.ts'
import { basisOf } from '../figures/question.tsx'
import type { Reader } from '../reader.ts'
import { differencesIn, comparisonMessage } from '../figures/site-message.ts'
import { SIDE_BY_SIDE, sitesChart } from '../figures/sites-chart.ts'
import { colorOf } from '../figures/sheet-paint.ts'
import { wholeChart } from '../figures/whole-chart.ts'
import { worthOf } from '../figures/worth.tsx'
import { saidBy } from './beginning.ts'
import { breakdowns } from './breakdowns.ts'
import { hintsFor } from './as-asked.ts'
import type { Source } from './report.ts'
import { heading, list, ownWords, paragraph, paragraphs } from './said.ts'
import { wholeTable } from './whole-table.ts'

export interface QuestionSource extends Source {
  question: Question
  number: number
}

/** One question: what it says, how it was asked, its numbers for everyone and group by group. */
export function* questionBlocks(source: QuestionSource): Iterable<Block> {
  const { reader, view, question, number } = source
  const { words } = reader
  const findings = source.findings(question)
  const all = view.release.groups[0]?.questions.find(({ id }) => id === question.id)
  if (!findings || !all) return
  yield heading(2, saidBy(source, question, findings.table), words('question.number', { number }))
  yield ownWords(reader, reader.text(question.text), 'strong')
  if (question.help) yield ownWords(reader, reader.text(question.help), 'quiet')
  yield paragraph(hintsFor(reader, question).join(' '), 'quiet')
  yield* paragraphs(
    [askedOf(reader, view.questionnaire, question), basisOf({ ...source, table: all })],
    'quiet',
  )
  if (all.withheld || all.n === 0) {
    yield paragraph(unshownWords({ reader, view, all }))
  } else if (question.kind === 'text') {
    yield paragraph(words('report:textRoom'))
  } else {
    yield* paragraphs(worthOf({ ...source, findings }))
    yield figureFrom(reader, wholeChart(reader, question, findings, []))
    yield* paragraphs(figureNotes({ reader, question, all }), 'quiet')
    yield wholeTable(source, findings, all)
    yield* duelBlocks(source, all)
  }
  yield* comparison(source, findings)
  yield* breakdowns(source)
}

/** How sites differ, in words, and drawn where that is still read at a glance. */
function* comparison(source: QuestionSource, findings: Findings): Iterable<Block> {
  const { reader, question } = source
  const shown = findings.sites.filter(({ table }) => table.n > 0).length
  if (question.kind === 'text') return
  if (shown === 0 && (question.kind !== 'scale' || findings.table.n === 0)) return
  const chart = sitesChart({ ...source, findings }, [])
  const drawn = question.kind === 'scale' || findings.sites.length <= SIDE_BY_SIDE
  if (shown > 0) {
    yield heading(3, reader.words('figures:compare.title'))
    const apart = differencesIn({ ...source, findings })
    if (apart.length === 0) yield paragraph(comparisonMessage({ ...source, findings }))
    yield* list(apart)
  }
  if (drawn) yield figureFrom(reader, chart)
  const how = question.kind === 'scale' ? 'parts' : 'lines'
  if (drawn) yield paragraph(reader.words(`figures:compare.${how}`), 'quiet')
}

/** A figure of the page, for paper. */
function figureFrom({ words }: Reader, chart: Chart): Figure {
  const { message, legend, panels, middle, lang } = chart
  return {
    type: 'figure',
    alt: `${message} ${words('report:figure')}`,
    legend: legend.map(({ tone, label }) => ({
      color: colorOf(tone),
      label: { words: label, lang },
    })),
    middle,
    bars: panels.map(({ title, strips }) => ({
      ...(title && { title: { words: title, lang } }),
      lines: strips.map(({ label, pieces, interval, value, note }) => ({
        label: { words: label, lang },
        pieces: pieces.map(({ from, to, tone }) => ({ from, to, color: colorOf(tone) })),
        interval,
        value,
        note,
      })),
    })),
  }
}
