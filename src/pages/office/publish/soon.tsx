import { HeldUp } from '../dashboard/held-up.tsx'
import { momentsIn } from '../moments.ts'
import { readerOf } from '../reader.ts'
import type { PublishProps } from './publish.tsx'

/** Why there is nothing to publish yet, and what that waits for. */
export function Soon({ frame, view }: PublishProps) {
  const { words, language } = frame
  const { facts, questionnaire, heldUp, earliest } = view
  if (facts.state !== 'closed') return <p class="empty">{words('publishing:office.notFinal')}</p>
  const time = earliest && momentsIn(language).exact(earliest, facts.dates.timeZone)
  return (
    <>
      <div class="empty">
        <p>{words('publishing:office.soon')}</p>
        {time && <p>{words('publishing:office.earliest', { time })}</p>}
      </div>
      <HeldUp
        frame={frame}
        reader={readerOf(frame, questionnaire)}
        view={{ heldUp, questionnaire, release: { final: false } }}
      />
    </>
  )
}
