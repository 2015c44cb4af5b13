import type { Frame } from '../frame.tsx'
import { link } from '../link.ts'

interface Props {
  frame: Frame
  path: string
  title: string
  /** in a tab of its own, since leaving the page would lose something */
  beside?: boolean
}

/** A link to another page for citizens, which says where it opens. */
export const WayOn = ({ frame: { language, words }, path, title, beside = false }: Props) => (
  <a href={link(path, { lang: language })} target={beside ? '_blank' : undefined}>
    {beside ? words('newTab', { title }) : title}
  </a>
)
