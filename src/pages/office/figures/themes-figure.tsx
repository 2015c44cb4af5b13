import { may } from '../../../survey/rights.ts'
import type { Theme } from '../../../survey/text/theme.ts'
import type { ThemeGroup } from '../../../survey/text/theme-counts.ts'
import { Downloads } from './downloads.tsx'
import { type OfficeFrame, officePath } from '../frame.tsx'
import { Plot } from './plot.tsx'
import type { QuestionProps } from './question.tsx'
import { themesMessage, unsortedWords } from './themes-chart.ts'
import { ThemesBySite, ThemesTable } from './themes-table.tsx'

/** How many comments of each field are about what; there only where the survey has themes. */
export interface ThemeNumbers {
  themes: Theme[]
  /** more have been released than the text room holds */
  sample: boolean
  /** by field: the whole, then groups of sites */
  counts: Record<string, ThemeGroup[]>
}

type Props = QuestionProps & { frame: OfficeFrame; field: string }

/** What the comments of a question are about: counted, never who wrote what. */
export function ThemesFigure(props: Props) {
  const { frame, reader, view, question, field } = props
  const { words } = reader
  const [all, ...groups] = view.themes?.counts[field] ?? []
  if (!view.themes || !all) return null
  const { themes, sample } = view.themes
  const chosen = view.chosen?.sites ?? []
  const bySite = groups.filter(({ id }) => chosen.length === 0 || chosen.includes(id))
  if (all.n === 0 && bySite.every(({ n }) => n === 0)) return null
  const heading = `themes-${question.id}`
  const room = officePath(frame, `${frame.path}/texts`, { question: field })
  return (
    <section class="themes" aria-labelledby={`question-${question.id} ${heading}`}>
      <h4 id={heading}>{words('text-room:counts.title')}</h4>
      {all.apart ? <p>{words('figures:apart.text')}</p> : <Whole {...props} all={all} />}
      {sample && <p class="quiet">{words('figures:themes.sample')}</p>}
      <p class="quiet">{words('text-room:counts.how')}</p>
      {bySite.length > 0 && (
        <ThemesBySite {...{ reader, view, themes, groups: bySite }} number={props.number} />
      )}
      {frame.user && may(frame.user.role, 'texts') && (
        <p>
          <a href={room}>{words('text-room:open')}</a>
        </p>
      )}
    </section>
  )
}

function Whole({ reader, view, question, number, all }: Props & { all: ThemeGroup }) {
  const { words } = reader
  const themes = view.themes?.themes ?? []
  const message = themesMessage(reader, themes, all)
  return (
    <>
      <p>{message}</p>
      <div class="figure" data-figure="shares">
        <figure>
          <Plot message={message} />
          <figcaption class="quiet">
            {[...unsortedWords(reader, all), words('figures:themes.several')].join(' ')}
          </figcaption>
        </figure>
        <details class="numbers" open>
          <summary>{words('figure.table')}</summary>
          <ThemesTable {...{ reader, themes, number }} group={all} />
        </details>
        <Downloads
          reader={reader}
          view={view}
          path={`questions/${encodeURIComponent(question.id)}/themes.svg`}
          of={words('figures:themes.download', { number })}
        />
      </div>
    </>
  )
}
