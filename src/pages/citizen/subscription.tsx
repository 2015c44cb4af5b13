import type { Questionnaire } from '../../survey/questionnaire.ts'
import type { Frame } from '../frame.tsx'
import { link } from '../link.ts'
import { said } from '../speech.ts'
import { citizenPage } from './shell.tsx'

type Of = { questionnaire: Questionnaire }

/** After an address was typed, whether it is known or not. */
export function sentPage(frame: Frame, { questionnaire }: Of): string {
  const { language, words } = frame
  const again = link(`/s/${questionnaire.id}/subscribe`, { lang: language })
  return told(frame, questionnaire, 'subscription:sent.title', [
    words('subscription:sent.text'),
    words('subscription:sent.holds'),
    <>
      {words('subscription:sent.notThere')} <a href={again}>{words('subscription:sent.again')}</a>
    </>,
  ])
}

/** The office has said that there is nothing more to tell. */
export const endedPage = (frame: Frame, { questionnaire }: Of): string =>
  told(frame, questionnaire, 'subscription:ended.title', [
    frame.words('subscription:ended.text', namesOf(frame, questionnaire)),
  ])

/** Where the link in the first letter leads: a scanner that opens it confirms nothing. */
export const confirmPage = (frame: Frame, { questionnaire }: Of): string =>
  told(frame, questionnaire, 'subscription:confirm.title', [
    frame.words('subscription:confirm.text', namesOf(frame, questionnaire)),
    <Press frame={frame} words={frame.words('subscription:confirm.send')} />,
  ])

export const confirmedPage = (frame: Frame, { questionnaire }: Of): string =>
  told(
    frame,
    questionnaire,
    'subscription:confirmed.title',
    [
      frame.words('subscription:confirmed.text', namesOf(frame, questionnaire)),
      frame.words('subscription:confirmed.leave'),
      frame.words('subscription:confirmed.done'),
    ],
    true,
  )

export const stalePage = (frame: Frame): string =>
  told(frame, undefined, 'subscription:stale.title', [frame.words('subscription:stale.text')])

export const leavePage = (frame: Frame, { questionnaire }: Of): string =>
  told(frame, questionnaire, 'subscription:leave.title', [
    frame.words('subscription:leave.text', namesOf(frame, questionnaire)),
    <Press frame={frame} words={frame.words('subscription:leave.send')} />,
  ])

/** Also for whoever left before, or was never there. */
export const leftPage = (frame: Frame): string =>
  told(
    frame,
    undefined,
    'subscription:left.title',
    [frame.words('subscription:left.text'), frame.words('subscription:left.onTheWay')],
    true,
  )

type Line = string | ReturnType<typeof Press>

function told(
  frame: Frame,
  questionnaire: Questionnaire | undefined,
  title: string,
  lines: Line[],
  done = false,
): string {
  const heading = frame.words(title)
  return citizenPage({
    frame,
    title: heading,
    ...(questionnaire && { survey: questionnaire.id }),
    children: (
      <>
        {done && <p class="sign" aria-hidden="true" />}
        <h1>{heading}</h1>
        {lines.map((line, place) =>
          typeof line === 'string' || place > 1 ? (
            <p class={place === 0 ? 'intro' : undefined}>{line}</p>
          ) : (
            line
          ),
        )}
      </>
    ),
  })
}

/** One button, at the page's own address. `page` tells a person's press from a mail program's. */
const Press = ({ frame, words }: { frame: Frame; words: string }) => (
  <form method="post" action={link(frame.path, { lang: frame.language })}>
    <p class="send">
      <button class="button" type="submit" name="page" value="1">
        {words}
      </button>
    </p>
  </form>
)

const namesOf = ({ language, organisation }: Frame, { title, privacy }: Questionnaire) => ({
  title: said(title, language),
  organisation: organisation?.name ?? said(privacy.controller, language),
})
