import type { Frame } from '../frame.tsx'
import type { Masked } from '../../survey/mask.ts'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import { link } from '../link.ts'
import { listOf, numberWord, said } from '../speech.ts'
import { type Receipt, ReceiptOffer } from './receipt-offer.tsx'
import { citizenPage } from './shell.tsx'
import { SubscribeLink } from './subscribe-link.tsx'

interface Thanks {
  questionnaire: Questionnaire
  /** what was taken out of the person's own words */
  masked: Masked[]
  /** the survey still takes answers */
  open: boolean
  /** one can ask to be told of results */
  subscribe?: boolean
  receipt?: Receipt
}

export function thanksPage(
  frame: Frame,
  { questionnaire, masked, open, subscribe, receipt }: Thanks,
): string {
  const { language, words, organisation } = frame
  const { smallestGroup, privacy } = questionnaire
  const things = masked.map((kind) => words(`thanks.mask.${kind}`))
  return citizenPage({
    frame,
    title: words('thanks.title'),
    survey: questionnaire.id,
    once: receipt !== undefined,
    ...(receipt && { head: <script type="module" src={receipt.script} /> }),
    children: (
      <>
        <p class="sign" aria-hidden="true" />
        <h1>{words('thanks.title')}</h1>
        <p class="intro">
          {words('thanks.kept', {
            organisation: organisation?.name ?? said(privacy.controller, language),
          })}
        </p>
        {things.length > 0 && (
          <p class="notice">{words('thanks.masked', { things: listOf(things, language) })}</p>
        )}
        <p>{words('thanks.next', { number: numberWord(smallestGroup, language, words) })}</p>
        {receipt && <ReceiptOffer frame={frame} receipt={receipt} until={privacy.retainUntil} />}
        {subscribe && <SubscribeLink frame={frame} survey={questionnaire.id} beside={!!receipt} />}
        <p>{words('thanks.done')}</p>
        {open && (
          <p>
            <a href={link(`/s/${questionnaire.id}`, { lang: language })}>{words('thanks.other')}</a>
          </p>
        )}
      </>
    ),
  })
}
