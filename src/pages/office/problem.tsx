import { officeDocument, type OfficeFrame, officePath } from './frame.tsx'

/** Also for what exists but is not this person's: the two are told apart by nobody. */
export const officeNotFoundPage = (frame: OfficeFrame): string =>
  officeProblemPage(frame, { code: 'unknown' })

/** Codes with words of their own. */
const told = new Set([
  'unknown',
  'forbidden',
  'not-allowed',
  'method-unknown',
  'too-many',
  'unavailable',
  'too-large',
])

/** An expected refusal in words; a code without words of its own gets general ones. */
export function officeProblemPage(frame: OfficeFrame, { code }: { code: string }): string {
  const { words } = frame
  const key = `office:problem.${told.has(code) ? code : 'general'}`
  const title = words(`${key}.title`)
  return officeDocument(
    frame,
    { title },
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lede">{words(`${key}.text`)}</p>
      <p>
        <a href={officePath(frame, frame.user ? '/office' : '/office/sign-in')}>
          {words(frame.user ? 'office:problem.toSurveys' : 'office:problem.toSignIn')}
        </a>
      </p>
    </div>,
  )
}
