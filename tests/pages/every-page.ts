import { makeInterface } from '../../src/i18n.ts'
import type { Frame } from '../../src/pages/frame.tsx'
import { accessibilityPage } from '../../src/pages/citizen/accessibility.tsx'
import { closedPage } from '../../src/pages/citizen/closed.tsx'
import { notFoundPage } from '../../src/pages/citizen/not-found.tsx'
import { notYetPage } from '../../src/pages/citizen/not-yet.tsx'
import { pausedPage } from '../../src/pages/citizen/paused.tsx'
import { privacyPage } from '../../src/pages/citizen/privacy.tsx'
import { questionnairePage } from '../../src/pages/citizen/questionnaire.tsx'
import { refusedPage } from '../../src/pages/citizen/refused.tsx'
import { startPage } from '../../src/pages/citizen/start.tsx'
import { subscribePage } from '../../src/pages/citizen/subscribe.tsx'
import {
  confirmedPage,
  confirmPage,
  endedPage,
  leavePage,
  leftPage,
  sentPage,
  stalePage,
} from '../../src/pages/citizen/subscription.tsx'
import {
  ownResponsePage,
  withdrawnPage,
  withdrawPage,
} from '../../src/pages/citizen/own-response.tsx'
import { receiptPage } from '../../src/pages/citizen/receipt.tsx'
import { makeReceipt } from '../../src/survey/receipt.ts'
import { thanksPage } from '../../src/pages/citizen/thanks.tsx'
import type { Question, Questionnaire } from '../../src/survey/questionnaire.ts'
import type { Fault, Fields } from '../../src/survey/response.ts'
import { strict } from '../html.ts'
import { ask, questionnaire, text } from '../make.ts'

export const languages = ['sv', 'da', 'en', 'ar']

const spoken = makeInterface()

export const frame = (language: string, more: Partial<Frame> = {}): Frame => ({
  language,
  languages,
  words: strict(spoken.words(language)),
  organisation: { id: 'nord', name: 'Region Nord', accent: '#0b5f66', demo: true },
  style: ':root{color:red}',
  script: '/assets/citizen.js',
  path: '/s/prov',
  ...more,
})

/** A survey with every kind of question, each as rich as it gets. */
export function rich(words = 'Ord', sites = 3): Questionnaire {
  const said = text(words, languages)
  const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: said }))
  const both = { text: said, help: said, required: true }
  const questions: Question[] = [
    ask.choice('one', { ...both, options, other: true }),
    ask.choices('many', { ...both, options, other: true, none: true, max: 3 }),
    ask.scale('step', {
      ...both,
      fromText: said,
      toText: said,
      showIf: { question: 'one', is: ['a', 'other'] },
    }),
    ask.number('much', { ...both, unit: said }),
    ask.ranking('order', { ...both, options, max: 2 }),
    ask.text('own', both),
    ask.scale('long', { text: said, from: 0, to: 10, dontKnow: false }),
  ]
  const made = questionnaire(questions, {
    languages,
    title: said,
    intro: said,
    sites: Array.from({ length: sites }, (_, index) => ({ id: `site-${index}`, name: said })),
  })
  const { retainUntil, ...privacy } = made.privacy
  const told = Object.fromEntries(Object.keys(privacy).map((name) => [name, said]))
  return { ...made, privacy: { ...(told as typeof privacy), retainUntil } }
}

export const faults: Fault[] = [
  { field: 'site', code: 'site-unknown' },
  { field: 'one.other', code: 'other-empty' },
  { field: 'one', code: 'missing' },
  { field: 'many', code: 'too-many', values: { max: 3 } },
  { field: 'many.other', code: 'too-long', values: { max: 200 } },
  { field: 'step', code: 'unknown-option' },
  { field: 'much', code: 'out-of-bounds', values: { from: 0, to: 600 } },
  { field: 'order', code: 'rank-twice', values: { place: 1 } },
  { field: 'own', code: 'too-long', values: { max: 1000 } },
  { field: 'submission', code: 'submission' },
]

export const answers = (words: string): Fields => ({
  one: 'other',
  'one.other': words,
  many: ['a', words, 'none'],
  step: words,
  much: words,
  'order.a': words,
  own: words,
  site: words,
})

const receipt = makeReceipt(new Uint8Array(14).fill(91))

/** Every citizen page by name, in its fullest form. */
export function everyPage(language: string, words = 'Ord'): Record<string, string> {
  const survey = rich(words)
  const set = frame(language, {
    organisation: { id: 'nord', name: words, accent: '#7b2d5f', demo: true },
  })
  const general = frame(language, { organisation: undefined, path: '/accessibility' })
  const view = { questionnaire: survey, submission: 'abcdefgh', fields: {}, faults: [] }
  const fields = answers(words)
  const own = {
    questionnaire: survey,
    response: {
      survey: survey.id,
      questionnaire: 1,
      site: 'site-1',
      channel: 'web' as const,
      language: 'sv',
      date: '2026-07-01',
      answers: { one: 'other', 'one.other': `${words} [telefon]`, much: '15..29', own: words },
    },
    code: receipt,
    final: false,
  }
  return {
    questionnaire: questionnairePage(set, view),
    arrived: questionnairePage(set, { ...view, site: 'site-1', channel: 'qr' }),
    faulty: questionnairePage(set, { ...view, fields, faults }),
    unsaved: questionnairePage(set, { ...view, fields, problem: 'unavailable' }),
    crowded: questionnairePage(set, {
      ...view,
      questionnaire: rich(words, 40),
      problem: 'too-many',
    }),
    thanks: thanksPage(set, {
      questionnaire: survey,
      open: true,
      subscribe: true,
      masked: ['email', 'personal-number', 'telephone'],
    }),
    thanksWithReceipt: thanksPage(set, {
      questionnaire: survey,
      open: false,
      masked: [],
      receipt: { code: receipt, origin: 'https://svar.example', script: '/assets/receipt.js' },
    }),
    receipt: receiptPage(general, { script: '/assets/receipt.js' }),
    receiptFaulty: receiptPage(general, { script: '/r.js', code: words, fault: 'unknown' }),
    receiptWait: receiptPage(general, { script: '/r.js', code: words, wait: true }),
    ownResponse: ownResponsePage(set, own),
    withdraw: withdrawPage(set, own),
    withdrawFinal: withdrawPage(set, { ...own, final: true }),
    withdrawn: withdrawnPage(general, { final: false }),
    unsavedWithdrawn: questionnairePage(set, { ...view, fields, problem: 'withdrawn' }),
    closed: closedPage(set, { questionnaire: survey, results: true, subscribe: true }),
    subscribe: subscribePage(set, { questionnaire: survey }),
    subscribeFaulty: subscribePage(set, { questionnaire: survey, email: words, fault: 'address' }),
    subscribeWait: subscribePage(set, { questionnaire: survey, email: words, wait: true }),
    sent: sentPage(set, { questionnaire: survey }),
    ended: endedPage(set, { questionnaire: survey }),
    confirm: confirmPage(set, { questionnaire: survey }),
    confirmed: confirmedPage(set, { questionnaire: survey }),
    stale: stalePage(general),
    leave: leavePage(set, { questionnaire: survey }),
    left: leftPage(general),
    late: closedPage(set, { questionnaire: survey, results: false, fields, byHand: true }),
    notYet: notYetPage(set, { questionnaire: survey }),
    paused: pausedPage(set, { questionnaire: survey }),
    pausedUntil: pausedPage(set, { questionnaire: survey, until: '2026-07-10' }),
    pausedUnsaved: questionnairePage(set, { ...view, fields, problem: 'paused' }),
    privacy: privacyPage(set, { questionnaire: survey, letters: true }),
    start: startPage(general, [
      { id: 'prov', title: words, titleLanguage: 'sv', organisation: words, closes: '2026-08-31' },
      { id: 'annan', title: words, organisation: words },
    ]),
    empty: startPage(general, []),
    accessibility: accessibilityPage(general, [
      {
        id: 'nord',
        name: 'Region <Nord>',
        accent: '#0b5f66',
        demo: false,
        email: 'a@nord.example',
        phone: '08-465 004 10',
      },
    ]),
    statement: accessibilityPage(set, []),
    notFound: notFoundPage(general),
    ...Object.fromEntries(
      [
        'bad-request',
        'method-unknown',
        'too-large',
        'type-unknown',
        'too-many',
        'unavailable',
        '?',
      ].map((code) => [`refused ${code}`, refusedPage(general, { status: 500, code })]),
    ),
  }
}
