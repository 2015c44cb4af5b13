import type { Theme } from '../../../survey/text/theme.ts'
import type { ThemeGroup } from '../../../survey/text/theme-counts.ts'
import type { DashboardView } from '../dashboard/dashboard.tsx'
import { siteName } from '../names.ts'
import type { Reader } from '../reader.ts'
import { Scroll } from '../scroll.tsx'
import { themeTone } from './themes-chart.ts'

interface Props {
  reader: Reader
  themes: Theme[]
  /** of the question */
  number: number
}

/** Themes in the codebook's order; what the bars are drawn from. */
export function ThemesTable({ reader, themes, number, group }: Props & { group: ThemeGroup }) {
  const { words, numbers } = reader
  const shown = (count: number) => [numbers.count(count), numbers.share(count, group.n)] as const
  return (
    <Scroll label={words('figures:themes.region', { number })}>
      <table>
        <caption>
          <span>{words('figures:themes.of', { n: numbers.count(group.n) })}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words('text-room:counts.theme')}</th>
            <th scope="col">{words('text-room:counts.comments')}</th>
            <th scope="col">{words('table.share')}</th>
          </tr>
        </thead>
        <tbody>
          {themes.map(({ id, name }, index) => {
            const [count, share] = shown(group.themes[index]?.count ?? 0)
            return (
              <tr
                key={id}
                data-value={(group.themes[index]?.count ?? 0) / group.n}
                data-label={`${share} (${count})`}
                data-tone={themeTone(index)}
              >
                <th scope="row">
                  <ThemeLabel name={name} index={index} />
                </th>
                <td>{count}</td>
                <td>{share}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          {(['none', 'unsorted'] as const).map((rest) => (
            <tr key={rest}>
              <th scope="row">{words(`text-room:counts.${rest}`)}</th>
              {shown(group[rest]).map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tfoot>
      </table>
    </Scroll>
  )
}

/** A theme's name with its colour beside it. */
const ThemeLabel = ({ name, index }: { name: string; index: number }) => (
  <span class="option">
    <span class={`swatch tone-${themeTone(index)}`} aria-hidden="true" />
    <span>{name}</span>
  </span>
)

interface BySiteProps extends Props {
  view: DashboardView
  groups: ThemeGroup[]
}

/** The same by site, where the comments of a site may stand alone. */
export function ThemesBySite({ reader, view, themes, number, groups }: BySiteProps) {
  const { words, numbers } = reader
  const rest = ['none', 'unsorted', 'n'] as const
  return (
    <details class="by-site">
      <summary>{words('figures:themes.bySite')}</summary>
      <Scroll label={words('figures:themes.regionBySite', { number })}>
        <table>
          <caption>
            <span>{words('figures:themes.captionBySite')}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{words('participation.site')}</th>
              {themes.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
              {rest.map((key) => (
                <th key={key} scope="col">
                  {words(`text-room:counts.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <th scope="row">{siteName(reader, view.questionnaire, group.id)}</th>
                {group.withheld ? (
                  <td colSpan={themes.length + rest.length}>
                    {words('text-room:counts.withheld')}
                  </td>
                ) : (
                  <>
                    {group.themes.map(({ id, count }) => (
                      <td key={id}>
                        {numbers.share(count, group.n)} ({numbers.count(count)})
                      </td>
                    ))}
                    {rest.map((key) => (
                      <td key={key}>{numbers.count(group[key])}</td>
                    ))}
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  )
}
