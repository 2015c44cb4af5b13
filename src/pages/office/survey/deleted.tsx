import type { Purge } from '../../../survey/purge.ts'
import { may } from '../../../survey/rights.ts'
import { type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

interface Props {
  frame: OfficeFrame
  purge: Purge
  /** what the reader looks for here */
  what: 'responses' | 'comments'
}

/** In the place of what was deleted: that it was, when, and where the protocol is. */
export function Deleted({ frame, purge, what }: Props) {
  const { words, language, user } = frame
  return (
    <>
      {words(`keeping:gone.${what}`, { date: numbersIn(language).date(purge.on) })}{' '}
      {user && may(user.role, 'surveys.open') && (
        <a href={officePath(frame, `/office/surveys/${encodeURIComponent(purge.survey)}/deletion`)}>
          {words('keeping:gone.link')}
        </a>
      )}
    </>
  )
}
