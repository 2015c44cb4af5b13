import type { PickedThemes } from '../../../survey/publication/publication.ts'
import { textFields } from '../../../survey/receive.ts'
import { ChartView } from '../../office/figures/chart-view.tsx'
import { themesChart, themesMessage } from '../../office/figures/themes-chart.ts'
import { ThemesTable } from '../../office/figures/themes-table.tsx'
import { Part } from '../part.tsx'
import type { ResultsProps } from './view.ts'

/** What people wrote about: counted when it was published, never who wrote what. */
export function Themes(props: ResultsProps) {
  const { frame, view } = props
  const { themes = [] } = view.edition
  if (themes.length === 0) return null
  return (
    <Part title={frame.words('publishing:themes.title')}>
      <p class="muted">{frame.words('publishing:themes.how')}</p>
      {themes.map((picked) => (
        <FieldThemes key={picked.field} {...props} picked={picked} />
      ))}
    </Part>
  )
}

function FieldThemes({ reader, view, picked }: ResultsProps & { picked: PickedThemes }) {
  const { words } = reader
  const { field, themes, all, sample } = picked
  const { questions } = view.questionnaire
  const number = questions.findIndex((one) => textFields(one).includes(field)) + 1
  const question = questions[number - 1]
  if (!question) return null
  const heading = `themes-${question.id}`
  const chart = themesChart(reader, question, themes, all)
  return (
    <section class="result" aria-labelledby={heading}>
      <h3 id={heading}>{themesMessage(reader, themes, all)}</h3>
      <p class="asked">{reader.text(question.text)}</p>
      <ChartView chart={chart} />
      <p class="muted">
        {[...chart.basis, ...(sample ? [words('figures:themes.sample')] : [])].join(' ')}
      </p>
      <details>
        <summary>{words('figure.table')}</summary>
        <ThemesTable {...{ reader, themes, number }} group={all} />
      </details>
    </section>
  )
}
