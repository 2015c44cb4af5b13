import type { Frame } from '../frame.tsx'
import { WayOn } from './way-on.tsx'

interface Props {
  frame: Frame
  survey: string
  beside?: boolean
}

/** The way to the page where one asks to be told of results; it takes nothing along. */
export const SubscribeLink = ({ frame, survey, beside = false }: Props) => (
  <p>
    <WayOn
      frame={frame}
      path={`/s/${survey}/subscribe`}
      title={frame.words('subscription:link')}
      beside={beside}
    />
  </p>
)
