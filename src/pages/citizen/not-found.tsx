import type { Frame } from '../frame.tsx'
import { link } from '../link.ts'
import { citizenPage } from './shell.tsx'

export function notFoundPage(frame: Frame): string {
  const { language, words } = frame
  return citizenPage({
    frame,
    title: words('notFound.title'),
    children: (
      <>
        <h1>{words('notFound.title')}</h1>
        <p>{words('notFound.text')}</p>
        <p>
          <a href={link('/', { lang: language })}>{words('notFound.start')}</a>
        </p>
      </>
    ),
  })
}
