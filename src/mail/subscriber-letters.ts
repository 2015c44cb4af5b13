import { link } from '../pages/link.ts'
import type { Subscription, Subscriptions } from '../store/subscriptions.ts'
import { tokenFor } from '../subscriber.ts'
import type { Text } from '../survey/questionnaire.ts'
import type { LetterClaim, News } from '../survey/subscription.ts'
import type { Desk } from './letters.ts'
import type { Written } from './message.tsx'

export interface SubscriberDesk extends Desk {
  subscriptions: Subscriptions
}

interface Letter {
  claim: LetterClaim
  subscription: Subscription
  email: string
}

/** Writes to a subscriber; undefined where there is no reason any more. */
export async function writeToSubscriber(
  desk: SubscriberDesk,
  { claim, subscription, email }: Letter,
): Promise<Written | undefined> {
  const { survey: id, confirmed, language } = subscription
  const survey = await desk.store.issued(id)
  if (!survey) return undefined
  const about = {
    words: desk.interface.words(language),
    language,
    title: inLanguage(survey.questionnaire.title, language),
    organisation: survey.organisation.name,
  }
  const addressed = {
    to: { name: '', address: email },
    sender: about.organisation,
    language,
    bounce: tokenFor(desk.secret, 'bounce', subscription.id),
  }
  const pathTo = (page: 'confirm' | 'leave') => {
    const token = tokenFor(desk.secret, page, subscription.id)
    return desk.base + link(`/subscription/${page}/${token}`, { lang: language })
  }
  const leaving = { label: about.words('subscription:letter.leave'), address: pathTo('leave') }
  if (claim.news === undefined) {
    if (confirmed) return { ...addressed, ...already(about), leave: leaving }
    return { ...addressed, ...asking(about, pathTo('confirm')) }
  }
  const news = await desk.subscriptions.news(claim.news)
  if (!news) return undefined
  return { ...addressed, ...telling(about, news, desk.base), leave: leaving }
}

interface About {
  words: ReturnType<Desk['interface']['words']>
  language: string
  title: string
  organisation: string
}

function asking({ words, title, organisation }: About, address: string) {
  return {
    subject: words('subscription:letter.ask.subject', { title }),
    before: [words('subscription:letter.ask.text', { title, organisation })],
    action: { label: words('subscription:letter.ask.action'), address },
    after: [
      words('subscription:letter.ask.holds'),
      words('subscription:letter.ask.stranger'),
      words('mail:noReply'),
    ],
  }
}

/** To whom the letters come already: the page that was used cannot say so to just anyone. */
const already = ({ words, title, organisation }: About) => ({
  subject: words('subscription:letter.already.subject', { title }),
  before: [words('subscription:letter.already.text', { title, organisation })],
  after: [words('mail:noReply')],
})

function telling({ words, language, title, organisation }: About, news: News, base: string) {
  const { kind, path } = news
  return {
    subject: words(`subscription:letter.${kind}.subject`, { title }),
    before: [
      words(`subscription:letter.${kind}.text`, { title, organisation }),
      inLanguage(news.title, language),
      ...inLanguage(news.summary, language).split(/\n\s*\n/),
    ].filter((part) => part.trim() !== ''),
    action: {
      label: words('subscription:letter.more'),
      address: base + link(path, { lang: language }),
    },
    after: [words('subscription:letter.why', { title }), words('mail:noReply')],
  }
}

/** In the reader's language, else in one that there is. */
const inLanguage = (text: Text, language: string) => text[language] ?? Object.values(text)[0] ?? ''
