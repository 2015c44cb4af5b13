import { accentPair, DARK, LIGHT } from '../../../survey/color/accent.ts'
import { contrast } from '../../../survey/color/color.ts'
import type { OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

/** A button as citizens see it on a light and on a dark screen, drawn: the colour is not of the page. */
export function AccentPreview({ frame, accent }: { frame: OfficeFrame; accent: string }) {
  const { words } = frame
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return null
  const { light, onLight, dark, onDark } = accentPair(accent)
  return (
    <div class="accents">
      <Sample {...{ frame, name: 'light', paper: LIGHT.paper, color: light, ink: onLight }} />
      <Sample {...{ frame, name: 'dark', paper: DARK.paper, color: dark, ink: onDark }} />
      {light !== accent.toLowerCase() && (
        <p class="quiet">{words('sites:accent.adjusted', { color: light })}</p>
      )}
    </div>
  )
}

interface Props {
  frame: OfficeFrame
  name: string
  paper: string
  color: string
  ink: string
}

function Sample({ frame, name, paper, color, ink }: Props) {
  const { words, language } = frame
  const ratio = numbersIn(language).mean(contrast(color, paper), 1)
  return (
    <figure class="accent">
      <svg viewBox="0 0 220 80" aria-hidden="true">
        <rect width="220" height="80" rx="6" fill={paper} />
        <rect x="24" y="18" width="172" height="44" rx="6" fill={color} />
        <text x="110" y="46" text-anchor="middle" font-weight="600" font-size="16" fill={ink}>
          {words('citizen:send')}
        </text>
      </svg>
      <figcaption>
        {words(`sites:accent.${name}`)} <code>{color}</code>{' '}
        <span class="quiet">{words('sites:accent.ratio', { ratio })}</span>
      </figcaption>
    </figure>
  )
}
