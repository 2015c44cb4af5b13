import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { parse } from 'yaml'
import { locales } from '../i18n.ts'
import type { Store } from '../store/store.ts'
import { addDays, daysBetween, localDate } from '../survey/calendar.ts'
import { countsOf } from '../survey/counts.ts'
import type { Organisation } from '../survey/organisation.ts'
import type { Questionnaire } from '../survey/questionnaire.ts'
import { receive } from '../survey/receive.ts'
import { type Context, Refused, withStore } from './context.ts'
import { makeRandom, type Mix, sendingOf } from './demo-answers.ts'
import { readSurveyFile } from './survey-file.ts'

const files = import.meta.glob<string>('/db/demo/*.yaml', {
  eager: true,
  import: 'default',
  query: '?raw',
})

interface DemoOrganisation extends Omit<Organisation, 'demo'> {
  /** days count from the day of loading */
  surveys: { file: string; opens: number; closes: number; retain: number; responses: number }[]
}

/** `svar demo` */
export function demoCommand(program: Command, context: Context) {
  program
    .command('demo')
    .description('load the demo organisations, surveys and made-up responses')
    .action(async () => {
      const { folder } = context.config()
      await withStore(context, async (store) => {
        const known = new Set((await store.organisations()).map(({ id }) => id))
        const twice = organisations().find(({ id }) => known.has(id))
        if (twice && !isHalfLoaded(folder))
          throw new Refused(`the demo is loaded already: there is "${twice.id}"`)
        await loadWholeDemo(folder, store, context.clock())
      })
      context.say('Loaded the demo.')
    })
}

const source = (name: string) => files[`/db/demo/${name}`]!
const organisations = () => parse(source('organisations.yaml')) as DemoOrganisation[]

/** What a demo survey's made-up answers are drawn from. */
export const mixOf = (survey: string): Mix =>
  (parse(source('texts.yaml')) as Record<string, Mix>)[survey]!

const markIn = (folder: string) => join(folder, 'demo-loading')

/** Whether a load was cut short in a data folder. */
export const isHalfLoaded = (folder: string) => existsSync(markIn(folder))

/** Loads the demo, or what is missing of one that was cut short: a mark says since when it is. */
export async function loadWholeDemo(folder: string, store: Store, now: number): Promise<void> {
  const mark = markIn(folder)
  if (!isHalfLoaded(folder)) writeFileSync(mark, String(now), { flush: true })
  await loadDemo(store, Number(readFileSync(mark, 'utf8')) || now)
  rmSync(mark)
}

/** The same day's demo again adds nothing but lines of the log. */
export async function loadDemo(store: Store, now: number): Promise<void> {
  const act = { by: 'svar', at: Temporal.Instant.fromEpochMilliseconds(now).toString() }
  for (const { surveys, ...organisation } of organisations()) {
    const { id } = organisation
    await store.saveOrganisation({ ...organisation, demo: true }, act)
    for (const { file, responses, ...days } of surveys) {
      const questionnaire = await openDemo(store, id, file, days, now)
      await answer(store, questionnaire, mixOf(questionnaire.id), responses, now)
    }
  }
}

async function openDemo(
  store: Store,
  organisation: string,
  file: string,
  days: { opens: number; closes: number; retain: number },
  now: number,
): Promise<Questionnaire> {
  const tree = parse(source(file)) as { timeZone: string; privacy: object }
  const today = localDate(now, tree.timeZone)
  const dated = {
    ...tree,
    opens: addDays(today, days.opens),
    closes: addDays(today, days.closes),
    privacy: { ...tree.privacy, retainUntil: addDays(today, days.retain) },
  }
  const read = readSurveyFile(file, JSON.stringify(dated), Object.keys(locales))
  const at = Temporal.Instant.fromEpochMilliseconds(now).toString()
  const act = { by: 'svar', at }
  await store.saveDraft(organisation, read.content, read.tree, act)
  const number = await store.issue(organisation, read.content.id, read.content, act)
  return { ...read.content, number }
}

/** Made-up people answer through the same `receive` and `keep` as everyone. */
async function answer(
  store: Store,
  questionnaire: Questionnaire,
  mix: Mix,
  responses: number,
  now: number,
) {
  const random = makeRandom(questionnaire.id)
  const today = localDate(now, questionnaire.timeZone)
  const opens = questionnaire.opens!
  const last = questionnaire.closes! < today ? questionnaire.closes! : today
  const span = daysBetween(opens, last)
  const told = new Set<string>()
  const kept = Array.from({ length: responses }, (_, index) => {
    const { fields, channel, language } = sendingOf(questionnaire, mix, random, told)
    // Most answer soon after the opening.
    const date = addDays(opens, Math.floor((span + 1) * random() ** 1.6))
    const sent = { ...fields, submission: `demo-${questionnaire.id}-${index}` }
    const received = receive(questionnaire, sent, { channel, language, date })
    if ('faults' in received) throw new Error(`demo: ${JSON.stringify(received.faults)}`)
    const { response } = received
    const counts = countsOf(questionnaire, response)
    return store.keep({ response, counts, smallestGroup: questionnaire.smallestGroup })
  })
  await Promise.all(kept)
}
