import type { ComponentChildren } from 'preact'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import { shownReceipt } from '../../survey/receipt.ts'
import { isMasked } from '../../survey/mask.ts'
import type { Response } from '../../survey/response.ts'
import type { Frame } from '../frame.tsx'
import { link } from '../link.ts'
import { localeOf, longDate, said } from '../speech.ts'
import { AnswerList } from './answer-list.tsx'
import { Part } from './part.tsx'
import { citizenPage } from './shell.tsx'

export interface OwnResponse {
  questionnaire: Questionnaire
  response: Omit<Response, 'id'>
  code: string
  /** the final release stands */
  final: boolean
}

/** A response in words, for who has its code. */
export function ownResponsePage(frame: Frame, view: OwnResponse): string {
  const { language, words } = frame
  const { questionnaire, response } = view
  const { title, privacy } = questionnaire
  return citizenPage({
    frame,
    title: words('receipt:own.title'),
    survey: questionnaire.id,
    form: 'plain',
    children: (
      <>
        <h1>{words('receipt:own.title')}</h1>
        <p class="intro">{said(title, language)}</p>
        <p>
          {words('receipt:own.about', {
            date: longDate(response.date, language),
            language: nameOf(response.language, language),
          })}
        </p>
        <AnswerList
          questionnaire={questionnaire}
          fields={{ ...response.answers, site: response.site }}
          frame={frame}
        />
        {isMasked(Object.values(response.answers)) && <p>{words('receipt:own.masked')}</p>}
        <p>{words('receipt:own.until', { date: longDate(privacy.retainUntil, language) })}</p>
        <Part title={words('receipt:own.regret')}>
          <p>{words('receipt:own.before')}</p>
          <Doing frame={frame} view={view} at="show">
            <button class="button plain" type="submit" name="next" value="ask">
              {words('receipt:own.withdraw')}
            </button>
          </Doing>
        </Part>
      </>
    ),
  })
}

/** A language in another's words, e.g. "svenska". */
const nameOf = (language: string, reader: string) =>
  new Intl.DisplayNames([localeOf(reader)], { type: 'language' }).of(language) ?? language

/** Says what goes and what stays, before it is done. */
export function withdrawPage(frame: Frame, view: OwnResponse): string {
  const { language, words } = frame
  const { questionnaire, final } = view
  return citizenPage({
    frame,
    title: words('receipt:sure.title'),
    survey: questionnaire.id,
    form: 'plain',
    children: (
      <>
        <h1>{words('receipt:sure.title')}</h1>
        <p class="intro">{said(questionnaire.title, language)}</p>
        <What frame={frame} final={final} tense="will" />
        <p>{words('receipt:sure.back')}</p>
        <Doing frame={frame} view={view} at="ask">
          <button class="button" type="submit" name="next" value="withdraw">
            {words('receipt:sure.withdraw')}
          </button>
          <button class="button plain" type="submit" name="next" value="show">
            {words('receipt:sure.keep')}
          </button>
        </Doing>
      </>
    ),
  })
}

/** The same to whoever withdrew before. */
export function withdrawnPage(frame: Frame, { final }: { final: boolean }): string {
  const { words } = frame
  return citizenPage({
    frame,
    title: words('receipt:done.title'),
    children: (
      <>
        <p class="sign" aria-hidden="true" />
        <h1>{words('receipt:done.title')}</h1>
        <What frame={frame} final={final} tense="is" />
        <p>{words('receipt:done.close')}</p>
      </>
    ),
  })
}

interface WhatProps {
  frame: Frame
  final: boolean
  tense: 'will' | 'is'
}

const What = ({ frame: { words }, final, tense }: WhatProps) => (
  <ul class="goes">
    <li>{words(`receipt:what.response.${tense}`)}</li>
    <li>{words(`receipt:what.words.${tense}`)}</li>
    <li>{words(final ? 'receipt:what.final' : 'receipt:what.numbers')}</li>
    <li>{words('receipt:what.traces')}</li>
    <li>{words('receipt:what.others')}</li>
  </ul>
)

interface DoingProps {
  frame: Frame
  view: OwnResponse
  /** the page that it stands on */
  at: 'show' | 'ask'
  children: ComponentChildren
}

/** The code goes along in the form, never in an address. */
const Doing = ({ frame, view, at, children }: DoingProps) => (
  <form id="answers" method="post" action={link('/receipt')} autocomplete="off">
    <input type="hidden" name="lang" value={frame.language} />
    <input type="hidden" name="code" value={shownReceipt(view.code)} />
    <input type="hidden" name="at" value={at} />
    <p class="send pair">{children}</p>
  </form>
)
