import type { FastifyInstance, FastifyRequest } from 'fastify'
import { auditCsv } from '../../../export/audit.ts'
import { auditPage } from '../../../pages/office/people/audit.tsx'
import type { AuditFilter, AuditLine } from '../../../survey/people/audit.ts'
import { addDays, isDate } from '../../../survey/calendar.ts'
import { one } from '../../../survey/fields.ts'
import type { Fields } from '../../../survey/response.ts'
import type { Deps } from '../../deps.ts'
import type { OfficeFace } from '../face.ts'
import { zoneOf } from '../sites/known-sites.ts'
import { userOf } from '../session.ts'

const forAudit = { config: { right: 'audit' } } as const

/** So many lines are on a page, and so many are read at a time for a file. */
const PAGE = 50
const CHUNK = 1000

/** The audit log, to be read and taken along; nobody can change it. */
export function auditRoutes(office: FastifyInstance, { store }: Deps, face: OfficeFace) {
  office.get('/audit', forAudit, async (request, reply) => {
    const { organisation } = userOf(request)
    const frame = await face.frame(request, reply)
    const { asked, filter, zone, faulty } = await askedFor(request)
    const given = Number(one(request.query as Fields, 'before'))
    const before = Number.isSafeInteger(given) && given > 0 ? given : undefined
    const found = await store.audit(organisation, filter, { before, most: PAGE + 1 })
    const lines = found.slice(0, PAGE)
    if (faulty) reply.code(422)
    return auditPage(frame, {
      lines,
      asked,
      faulty,
      zone,
      next: found.length > PAGE ? lines.at(-1)!.number : undefined,
      later: before !== undefined,
      people: await store.names(organisation),
      surveys: await titles(organisation, frame.language),
    })
  })

  office.get('/audit.csv', forAudit, async (request, reply) => {
    const { organisation } = userOf(request)
    const { language } = await face.frame(request, reply)
    const { filter } = await askedFor(request)
    const lines: AuditLine[] = []
    for (let before: number | undefined, more = true; more;) {
      const chunk = await store.audit(organisation, filter, { before, most: CHUNK })
      lines.push(...chunk)
      before = chunk.at(-1)?.number
      more = chunk.length === CHUNK
    }
    const names = [...(await titles(organisation, language)), ...(await store.names(organisation))]
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="svar-audit.csv"')
      .send(auditCsv(lines, new Map(names)))
  })

  async function titles(organisation: string, language: string) {
    const surveys = await store.surveys(organisation)
    return new Map(
      surveys.map(({ id, draft, questionnaire }) => {
        const { title, languages } = questionnaire ?? draft
        return [id, title[language] ?? title[languages[0]!] ?? id]
      }),
    )
  }

  async function askedFor(request: FastifyRequest) {
    const query = request.query as Fields
    const asked = { by: one(query, 'by'), what: one(query, 'what'), day: one(query, 'day') }
    const zone = await zoneOf(store, userOf(request).organisation)
    const day = isDate(asked.day) ? asked.day : undefined
    const filter: AuditFilter = {
      ...(asked.by && { by: asked.by }),
      ...(asked.what && { what: asked.what }),
      ...(day && { from: startOf(day, zone), until: startOf(addDays(day, 1), zone) }),
    }
    return { asked, filter, zone, faulty: asked.day !== '' && day === undefined }
  }
}

/** The first instant of a local day; without its Z, so that one with a fraction sorts after it. */
const startOf = (day: string, zone: string) =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().toString().slice(0, -1)
