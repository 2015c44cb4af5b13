import type { ProviderRefusal } from '../../../survey/people/provider-refusal.ts'
import { officeDocument, type OfficeFrame, officePath } from '../frame.tsx'

/** Why signing in elsewhere has not led inside, and what can be done about it. */
export function providerRefusalPage(frame: OfficeFrame, refusal: ProviderRefusal): string {
  const { words } = frame
  const title = words('sign-in:refusal.title')
  return officeDocument(
    frame,
    { title },
    <div class="narrow">
      <h1>{title}</h1>
      <p class="lede">{words(`sign-in:refusal.${refusal}`)}</p>
      <p>
        <a class="button plain" href={officePath(frame, '/office/sign-in')}>
          {words('sign-in:refusal.back')}
        </a>
      </p>
    </div>,
  )
}
