import type { Frame } from '../frame.tsx'
import { citizenPage } from './shell.tsx'

interface Refusal {
  status: number
  /** of a Problem; anything else is told as our own mistake */
  code: string
}

const told = new Set([
  'bad-request',
  'method-unknown',
  'too-large',
  'type-unknown',
  'too-many',
  'unavailable',
])

export function refusedPage(frame: Frame, { status, code }: Refusal): string {
  const { words } = frame
  const known = told.has(code) ? code : status === 503 ? 'unavailable' : 'broken'
  const title = words(`refused.${known}.title`)
  return citizenPage({
    frame,
    title,
    children: (
      <>
        <h1>{title}</h1>
        <p>{words(`refused.${known}.text`)}</p>
      </>
    ),
  })
}
