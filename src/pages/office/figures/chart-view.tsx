import type { Chart, Panel, Piece, Strip } from './chart.ts'

interface Props {
  chart: Chart
}

/** A figure in words and bars, which needs no script: words wrap as they must, bars take the rest. */
export function ChartView({ chart }: Props) {
  const many = chart.panels.length > 1
  return (
    <div class="chart">
      <Legend chart={chart} />
      <div class={chart.small ? 'panels panels-small' : many ? 'panels' : undefined}>
        {chart.panels.map((panel) => (
          <PanelView key={panel.id} panel={panel} middle={chart.middle} />
        ))}
      </div>
    </div>
  )
}

function Legend({ chart: { legend, lang } }: Props) {
  if (legend.length === 0) return null
  return (
    <ul class="legend">
      {legend.map(({ tone, label }, index) => (
        <li key={index} lang={lang}>
          <span class={`swatch tone-${tone}`} aria-hidden="true" />
          {label}
        </li>
      ))}
    </ul>
  )
}

interface PanelProps {
  panel: Panel
  middle: number | undefined
}

function PanelView({ panel: { title, lang, unshown, strips }, middle }: PanelProps) {
  return (
    <div class="panel">
      {title && (
        <p class="panel-title" lang={lang}>
          {title}
        </p>
      )}
      {unshown && <p class="quiet">{unshown}</p>}
      {strips.length > 0 && (
        <ul class="strips">
          {strips.map((strip) => (
            <StripView key={strip.id} strip={strip} middle={middle} />
          ))}
        </ul>
      )}
    </div>
  )
}

function StripView({ strip, middle }: { strip: Strip; middle: number | undefined }) {
  const { label, lang, pieces, value, note } = strip
  return (
    <li class="strip">
      <span class="strip-label" lang={lang}>
        {label}
      </span>
      {pieces.length > 0 && <Bar strip={strip} middle={middle} />}
      <span class="strip-value">
        {value}
        {note && <strong class="strip-note"> {note}</strong>}
      </span>
    </li>
  )
}

const percent = (part: number) => `${(100 * part).toFixed(2)}%`

function Bar({
  strip: { pieces, interval },
  middle,
}: {
  strip: Strip
  middle: number | undefined
}) {
  return (
    <svg class="bar" aria-hidden="true" focusable="false">
      <rect class="bar-track" x="0" y="3" width="100%" height="16" />
      {pieces.map((piece, index) => (
        <rect
          key={index}
          class={`tone-${piece.tone}`}
          x={percent(piece.from)}
          y="3"
          width={percent(lengthOf(piece))}
          height="16"
        />
      ))}
      {middle !== undefined && (
        <line class="bar-middle" x1={percent(middle)} x2={percent(middle)} y1="0" y2="22" />
      )}
      {interval && middle === undefined && (
        <>
          <line
            class="bar-halo"
            x1={percent(interval.low)}
            x2={percent(interval.high)}
            y1="11"
            y2="11"
          />
          <line
            class="bar-sure"
            x1={percent(interval.low)}
            x2={percent(interval.high)}
            y1="11"
            y2="11"
          />
        </>
      )}
    </svg>
  )
}

const lengthOf = ({ from, to }: Piece) => Math.max(0, to - from)
