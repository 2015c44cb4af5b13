import { authorityOf } from '../../../survey/authority.ts'
import { figures, numberWord } from '../../speech.ts'
import { questionRows } from './assessment-questions.ts'
import type { Block, Cell, Paper } from './paper.ts'
import { ask, declared, type DutySource, facts, headOf, measure, retention } from './source.ts'

const signs = [
  'scoring',
  'decisions',
  'monitoring',
  'sensitive',
  'scale',
  'matching',
  'vulnerable',
  'technology',
  'hindering',
]
/** Each risk stands beside the measure of its name. */
const risks = [
  'release',
  'words',
  'masking',
  'minimal',
  'tablets',
  'office',
  'erasure',
  'backups',
  'addresses',
  'durable',
  'voluntary',
]
/** Those where something can be asked that the service cannot know. */
const asked = new Set(['tablets', 'office', 'backups', 'voluntary'])

/** A draft of the assessment that article 35 asks for; every judgement in it is a question. */
export function assessmentOf(source: DutySource): Paper {
  const { words, questionnaire } = source
  const say = (key: string) => words(`duties:assessment.${key}`)
  const authority = words(`duties:authority.${authorityOf(questionnaire.timeZone)}`)
  const asking = (key: string): Block => ({
    cell: ask(words, `duties:assessment.${key}`, { authority }),
  })
  return {
    ...headOf(source, 'assessment'),
    parts: [
      {
        title: say('needed'),
        blocks: [{ cell: say('neededText') }, signsOf(source), asking('neededAsk')],
      },
      { title: say('description'), blocks: [{ items: flow(source) }, described(source)] },
      {
        title: say('necessity'),
        blocks: [questionRows(source), asking('necessityAsk')],
      },
      { title: say('rights'), blocks: [{ cell: say('rightsText') }, asking('rightsAsk')] },
      { title: say('risks'), blocks: [risksOf(source)] },
      { title: say('views'), blocks: [asking('officerAsk'), asking('peopleAsk')] },
      { title: say('outcome'), blocks: [asking('outcomeAsk'), asking('signedAsk')] },
    ],
  }
}

function signsOf(source: DutySource): Block {
  const { words, language, questionnaire } = source
  const say = (key: string) => words(`duties:assessment.signs.${key}`)
  const listed = questionnaire.sites.reduce((sum, site) => sum + (site.listed ?? 0), 0)
  const cells: Record<string, Cell[]> = {
    sensitive: [ask(words, 'duties:assessment.signs.sensitiveAsk')],
    vulnerable: [ask(words, 'duties:assessment.signs.vulnerableAsk')],
    scale: [
      ...(listed > 0
        ? [words('duties:assessment.signs.scaleListed', { listed: figures(listed, language) })]
        : []),
      ask(words, 'duties:assessment.signs.scaleAsk'),
    ],
  }
  return {
    head: [words('duties:assessment.sign'), words('duties:assessment.says')],
    rows: signs.map((sign) => [say(sign), cells[sign] ?? [say(`${sign}Text`)]]),
  }
}

function flow({ words, language, questionnaire }: DutySource) {
  const number = numberWord(questionnaire.smallestGroup, language, words)
  return ['answers', 'counted', 'read', 'erased'].map((step) =>
    words(`duties:assessment.flow.${step}`, { number }),
  )
}

function described(source: DutySource) {
  const { words, questionnaire } = source
  const { controller, purpose, legalBasis, decision } = questionnaire.privacy
  return facts(words, [
    ['controller', declared(source, controller)],
    ['purpose', declared(source, purpose)],
    ['legalBasis', declared(source, legalBasis)],
    ['retention', retention(source)],
    ['decision', declared(source, decision)],
  ])
}

function risksOf(source: DutySource): Block {
  const { words, letters } = source
  const judge = (risk: string) =>
    asked.has(risk) ? `duties:assessment.riskAsks.${risk}` : 'duties:paper.judge'
  return {
    head: ['risk', 'does', 'judgement'].map((key) => words(`duties:assessment.${key}`)),
    rows: risks
      .filter((risk) => letters || risk !== 'addresses')
      .map((risk) => [
        words(`duties:assessment.riskItems.${risk}`),
        [measure(source, risk)],
        [ask(words, judge(risk))],
      ]),
  }
}
