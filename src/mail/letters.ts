import type { Interface } from '../i18n.ts'
import { grouped, oneTimeCode } from '../one-time-code.ts'
import { link } from '../pages/link.ts'
import { momentsIn } from '../pages/office/moments.ts'
import { hashSecret } from '../secrets.ts'
import { RESET_HOLDS, type Store } from '../store/store.ts'
import type { Claimed, Letter } from '../survey/people/letter.ts'
import type { Written } from './message.tsx'
import { purgeLetter } from './purge-letter.ts'

export interface Desk {
  store: Store
  interface: Interface
  secret: string
  /** the public address that links lead to */
  base: string
  clock: () => number
}

type Of<Kind extends Letter['kind']> = Claimed & { letter: Extract<Letter, { kind: Kind }> }

/** Writes what waits; undefined where there is no reason any more. */
export async function writeLetter(desk: Desk, claimed: Claimed): Promise<Written | undefined> {
  switch (claimed.letter.kind) {
    case 'invitation':
      return invitation(desk, claimed as Of<'invitation'>)
    case 'reset':
      return reset(desk, claimed as Of<'reset'>)
    case 'passwordChanged':
      return passwordChanged(desk, claimed as Of<'passwordChanged'>)
    case 'purge':
      return purgeLetter(desk, claimed as Of<'purge'>)
    case 'forgotten':
      return undefined
  }
}

async function invitation(desk: Desk, { letter, language }: Of<'invitation'>) {
  const { person, once } = letter
  const code = oneTimeCode(desk.secret, 'invitation', `${person} ${once}`)
  const invite = await desk.store.invited(hashSecret(code), desk.clock())
  if (!invite) return undefined
  const { organisation, role, codeUntil } = invite
  const about = await aboutOf(desk, organisation.id, language)
  const { words } = about
  return addressed(about, invite, {
    subject: words('mail:invitation.subject', about.named),
    before: [
      words('mail:invitation.text', {
        ...about.named,
        role: words(`people:role.${role}`).toLowerCase(),
      }),
    ],
    action: {
      label: words('mail:invitation.action'),
      address: addressOf(desk, `/office/invited/${grouped(code)}`, language),
    },
    after: [
      words('mail:invitation.holds', { time: about.time(codeUntil) }),
      words('mail:invitation.stranger'),
    ],
  })
}

async function reset(desk: Desk, { id, letter, language }: Of<'reset'>) {
  const { organisation, person } = letter
  const colleague = await colleagueOf(desk, organisation, person)
  const code = oneTimeCode(desk.secret, 'reset letter', id)
  const codeUntil = desk.clock() + RESET_HOLDS
  const started =
    colleague &&
    (await desk.store.startReset(organisation, person, { code: hashSecret(code), codeUntil }))
  if (!started) return undefined
  const about = await aboutOf(desk, organisation, language)
  const { words } = about
  return addressed(about, colleague, {
    subject: words('mail:reset.subject'),
    before: [words('mail:reset.text', about.named)],
    action: {
      label: words('mail:reset.action'),
      address: addressOf(desk, `/office/reset/${grouped(code)}`, language),
    },
    after: [
      words('mail:reset.holds', { count: RESET_HOLDS / 60_000 }),
      words('mail:reset.stranger'),
    ],
  })
}

async function passwordChanged(desk: Desk, { letter, language }: Of<'passwordChanged'>) {
  const { organisation, person, at } = letter
  const colleague = await colleagueOf(desk, organisation, person)
  if (!colleague) return undefined
  const about = await aboutOf(desk, organisation, language)
  const { words } = about
  return addressed(about, colleague, {
    subject: words('mail:changed.subject'),
    before: [
      words('mail:changed.text', { ...about.named, time: about.time(at) }),
      words('mail:changed.stranger'),
    ],
    action: {
      label: words('mail:changed.action'),
      address: addressOf(desk, '/office/forgotten', language),
    },
    after: [],
  })
}

/** What every letter of an organisation has in common. */
export async function aboutOf({ store, interface: { words } }: Desk, id: string, language: string) {
  const organisation = (await store.organisations()).find((one) => one.id === id)
  const timeZone = (await store.surveys(id))[0]?.dates.timeZone ?? 'UTC'
  const sender = organisation?.name ?? id
  const time = (instant: number) => momentsIn(language).exact(instant, timeZone)
  return { words: words(language), language, sender, named: { organisation: sender }, time }
}

export function addressed(
  { words, sender, language }: Awaited<ReturnType<typeof aboutOf>>,
  { name, email }: { name: string; email: string },
  said: Pick<Written, 'subject' | 'before' | 'action' | 'after'>,
): Written {
  return {
    ...said,
    to: { name, address: email },
    sender,
    language,
    before: [words('mail:greeting', { name }), ...said.before],
    after: [...said.after, words('mail:noReply')],
  }
}

export async function colleagueOf({ store }: Desk, organisation: string, id: string) {
  return (await store.colleagues(organisation)).find((one) => one.id === id)
}

export const addressOf = ({ base }: Desk, path: string, lang: string) => base + link(path, { lang })
