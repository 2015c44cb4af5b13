import type { Frame } from '../frame.tsx'
import { link } from '../link.ts'

/** The way to the page where one asks to be told of results; it takes nothing along. */
export const SubscribeLink = ({ frame, survey }: { frame: Frame; survey: string }) => (
  <p>
    <a href={link(`/s/${survey}/subscribe`, { lang: frame.language })}>
      {frame.words('subscription:link')}
    </a>
  </p>
)
