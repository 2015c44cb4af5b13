import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type NewFault,
  type NewSurvey,
  newSurveyPage,
  type NewSurveyView,
  TITLE_LONGEST,
} from '../../../pages/office/survey/survey-new.tsx'
import { makeId } from '../../../secrets.ts'
import { readSurvey } from '../../../survey-file.ts'
import { LARGEST } from '../../../survey-yaml.ts'
import { withAnswerable } from '../../../survey/draft/answerable.ts'
import { copyOf, inLanguages } from '../../../survey/draft/copy.ts'
import { idShape } from '../../../survey/draft/node.ts'
import { wordsOf } from '../../../survey/draft/texts.ts'
import { languagesOf, listOf, mapOf, type Tree } from '../../../survey/draft/tree.ts'
import { lengthOf, many, one } from '../../../survey/fields.ts'
import { Problem } from '../../../survey/problem.ts'
import type { Fields } from '../../../survey/response.ts'
import { templates } from '../../../templates.ts'
import type { Deps } from '../../deps.ts'
import { onceIn } from '../tablets/device-fields.ts'
import { type OfficeFace, onward } from '../face.ts'
import { readMultipart } from '../multipart.ts'
import { actOf, userOf } from '../session.ts'

const config = { right: 'surveys.edit' } as const

/** Making a survey. What the form names once is made once, however often it is sent. */
export async function newSurveyRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock } = deps

  office.get('/surveys/new', { config }, async (request, reply) => {
    const { copy } = request.query as { copy?: unknown }
    const chosen = typeof copy === 'string' ? copy : ''
    return sendPage(request, reply, {
      given: { ...blank, from: chosen ? 'copy' : '', copy: chosen },
    })
  })

  office.post('/surveys/new', { config }, async (request, reply) => {
    const once = onceIn(request)
    const given = givenIn(request, deps.interface.languages)
    const beginning = await beginningOf(request, given)
    const faults = faultsIn(given, beginning)
    if (faults.length > 0 || !beginning) {
      return sendPage(request, reply.code(422), { given, once, faults })
    }
    const { title, address } = given
    const [source = 'sv', ...others] = languagesOf(beginning.tree)
    const words = wordsOf(beginning.tree['title'], [source, ...others])
    const named = title ? { title: { ...words, [source]: title } } : {}
    const tree: Tree = { ...beginning.tree, ...named }
    const wanted = address || titleOf(tree, source)
    const making = { wanted, exactly: address !== '', tree, marks: beginning.marks, once }
    const id = await make(request, making).catch(ifTaken)
    if (id !== undefined) return leadOn(request, reply, id)
    const taken = [{ field: 'address', code: 'taken' } as const]
    return sendPage(request, reply.code(422), { given, once, faults: taken })
  })

  await office.register(async (files) => {
    readMultipart(files)
    files.post('/surveys/new/file', { config, bodyLimit: LARGEST }, async (request, reply) => {
      const once = onceIn(request)
      const { file = '' } = (request.body ?? {}) as Record<string, string>
      const read = file.trim() ? readSurvey(file, deps.interface.languages) : { faults: [] }
      if ('faults' in read) {
        return sendPage(request, reply.code(422), { given: blank, once, file: read.faults })
      }
      const { content, tree } = read
      const making = { wanted: content.id, exactly: false, tree: mapOf(tree), marks: {}, once }
      return leadOn(request, reply, await make(request, making))
    })
  })

  const make = (request: FastifyRequest, making: Parameters<typeof store.makeDraft>[1]) =>
    store.makeDraft(userOf(request).organisation, making, actOf(request, clock))

  /** What the draft is made of; undefined where that is not there. */
  async function beginningOf(request: FastifyRequest, { from, copy, languages }: NewSurvey) {
    const { organisation } = userOf(request)
    if (from === 'copy') {
      const found = await store.draft(organisation, copy)
      return found && { tree: copyOf(found.tree), marks: found.marks }
    }
    const template = templates.find(({ id }) => id === from)
    if (!template && from !== 'blank') return undefined
    const tree = inLanguages(template ? copyOf(template.tree) : {}, languages)
    const earlier = (await store.surveys(organisation))
      .map(({ draft }) => draft)
      .toSorted((a, b) => ((a.opens ?? '') < (b.opens ?? '') ? 1 : -1))
    return { tree: withAnswerable(tree, earlier), marks: {} }
  }

  type Shown = Pick<NewSurveyView, 'given' | 'faults' | 'file'> & { once?: string }

  async function sendPage(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const { organisation } = userOf(request)
    const frame = await face.frame(request, reply)
    const { language } = frame
    const own = (await store.surveys(organisation)).map(({ id, draft }) => ({
      id,
      title: draft.title[language] ?? draft.title[draft.languages[0]!] ?? id,
    }))
    const given = {
      ...shown.given,
      from: shown.given.from || 'blank',
      languages:
        shown.given.languages.length > 0 || shown.faults ? shown.given.languages : [language],
    }
    const shapes = templates.map(({ id, tree }) => ({
      id,
      title: titleOf(tree, language),
      questions: listOf(tree['questions']).length,
    }))
    const order = new Intl.Collator(language, { numeric: true })
    const view = { once: makeId(), ...shown, given, templates: shapes }
    return reply.send(
      newSurveyPage(frame, {
        ...view,
        own: own.toSorted((a, b) => order.compare(a.title, b.title)),
      }),
    )
  }
}

const blank: NewSurvey = { from: '', copy: '', title: '', address: '', languages: [] }

function givenIn(request: FastifyRequest, known: string[]): NewSurvey {
  const fields = (request.body ?? {}) as Fields
  return {
    from: one(fields, 'from'),
    copy: one(fields, 'copy'),
    title: one(fields, 'title').replaceAll(/\s+/g, ' '),
    address: one(fields, 'address'),
    languages: many(fields, 'languages').filter((language) => known.includes(language)),
  }
}

function faultsIn({ from, title, address, languages }: NewSurvey, beginning?: object): NewFault[] {
  const faults: NewFault[] = []
  if (!beginning) faults.push({ field: 'copy', code: 'missing' })
  if (from === 'blank' && title === '') faults.push({ field: 'title', code: 'missing' })
  if (lengthOf(title) > TITLE_LONGEST) faults.push({ field: 'title', code: 'long' })
  if (address && (!idShape.test(address) || isReserved(address))) {
    faults.push({ field: 'address', code: 'shape' })
  }
  if (from !== 'copy' && languages.length === 0)
    faults.push({ field: 'languages', code: 'missing' })
  return faults
}

/** Words that the addresses of pages are made of. */
const isReserved = (address: string) => address === 'new' || address in Object.prototype

const titleOf = (tree: Tree, language: string): string => {
  const words = mapOf(tree['title'])
  return String(words[language] ?? Object.values(words)[0] ?? tree['title'] ?? '')
}

const leadOn = (request: FastifyRequest, reply: FastifyReply, survey: string) =>
  reply.redirect(onward(request, `/office/surveys/${encodeURIComponent(survey)}/edit`), 303)

function ifTaken(error: unknown): undefined {
  if (!(error instanceof Problem) || error.code !== 'taken') throw error
}
