import { mayBeQuoted } from '../../../survey/text/quotable.ts'
import { listOf, longDate, numberWord, said } from '../../speech.ts'
import type { Cell, Paper } from './paper.ts'
import { ask, declared, type DutySource, facts, headOf, measure, retention } from './source.ts'

const measures = ['minimal', 'release', 'words', 'masking', 'tablets', 'office', 'erasure']

/** The record of a survey's processing, as article 30(1) asks for it. */
export function recordOf(source: DutySource): Paper {
  const { words, letters } = source
  const say = (key: string) => words(`duties:record.${key}`)
  return {
    ...headOf(source, 'record'),
    parts: [
      { title: say('who'), blocks: [who(source)] },
      { title: say('data'), blocks: [data(source), { cell: say('staff') }] },
      {
        title: say('recipients'),
        blocks: [{ items: recipients(source) }, { cell: ask(words, 'duties:record.operatorAsk') }],
      },
      {
        title: say('transfers'),
        blocks: [
          { cell: say('transfersText') },
          { cell: ask(words, 'duties:record.transfersAsk') },
        ],
      },
      { title: say('limits'), blocks: [limits(source)] },
      {
        title: say('security'),
        blocks: [
          {
            items: [...measures, ...(letters ? ['addresses'] : []), 'backups', 'durable'].map(
              (name) => measure(source, name),
            ),
          },
          { cell: ask(words, 'duties:record.securityAsk') },
        ],
      },
    ],
  }
}

function who(source: DutySource) {
  const { words, organisation, questionnaire } = source
  const { id, privacy, title } = questionnaire
  const name = declared(source, title)
  const reach = [organisation.name, organisation.email, organisation.phone]
  return facts(words, [
    ['name', 'words' in name ? words('duties:fact.survey', { title: name.words, id }) : name],
    ['organisation', reach.filter(Boolean).join(', ')],
    ['controller', declared(source, privacy.controller)],
    ['contact', declared(source, privacy.contact)],
    ['officer', ask(words, 'duties:fact.officerAsk')],
    ['purpose', declared(source, privacy.purpose)],
    ['legalBasis', declared(source, privacy.legalBasis)],
    ['period', period(source)],
    ['sites', sites(source)],
  ])
}

function period({ words, language, questionnaire: { opens, closes } }: DutySource) {
  if (!opens || !closes) return words('duties:fact.byHand')
  const [from, until] = [longDate(opens, language), longDate(closes, language)]
  return words('duties:fact.between', { opens: from, closes: until })
}

function sites({ words, language, questionnaire }: DutySource) {
  const names = questionnaire.sites.map(
    ({ id, name }) => said(name, language) || said(name, questionnaire.languages[0]!) || id,
  )
  return names.length > 0 ? listOf(names, language) : words('duties:fact.noSites')
}

function data({ words, letters, questionnaire }: DutySource) {
  const say = (key: string) => words(`duties:record.${key}`)
  const subscribers: [string, Cell[]] = [words('duties:fact.subscribers'), [say('subscribersData')]]
  const rows: [string, ...Cell[][]][] = [
    [
      say('respondents'),
      [
        say('respondentsData'),
        ...(mayBeQuoted(questionnaire) ? [say('quoteData')] : []),
        ask(words, 'duties:record.special'),
      ],
    ],
    [say('named'), [say('namedData')]],
    ...(letters ? [subscribers] : []),
  ]
  return { head: [say('people'), say('categories')], rows }
}

function recipients({ words, language, questionnaire, letters }: DutySource) {
  const number = numberWord(questionnaire.smallestGroup, language, words)
  return ['office', 'public', 'operator', ...(letters ? ['mail'] : [])].map((item) =>
    words(`duties:record.recipientItems.${item}`, { number }),
  )
}

function limits(source: DutySource) {
  const { words, letters, questionnaire } = source
  return facts(words, [
    ['retention', retention(source)],
    ['decision', declared(source, questionnaire.privacy.decision)],
    ...(letters ? [['subscribers', words('duties:fact.subscribersText')] as [string, Cell]] : []),
  ])
}
