import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { csv } from '../../../export/csv.ts'
import { siteImportPage } from '../../../pages/office/sites/site-import.tsx'
import { siteReportPage } from '../../../pages/office/sites/site-report.tsx'
import { LARGEST_SITE_FILE, readSiteFile, textIn } from '../../../site-file.ts'
import { makeId } from '../../../secrets.ts'
import { Problem } from '../../../survey/problem.ts'
import { columns, reportOn } from '../../../survey/sites/file-rows.ts'
import type { Deps } from '../../deps.ts'
import { type OfficeFace, onward } from '../face.ts'
import { forSites } from './known-sites.ts'
import { actOf, isoOf, userOf } from '../session.ts'
import { takeUploads, uploadIn } from '../upload.ts'

type Asked = FastifyRequest<{ Params: { file: string } }>

/** A file of sites: looked at first, and taken in after a yes. */
export function siteImportRoutes(office: FastifyInstance, deps: Deps, face: OfficeFace) {
  const { store, clock } = deps
  takeUploads(office)

  office.get('/sites/import', forSites, async (request, reply) =>
    siteImportPage(await face.frame(request, reply)),
  )

  const bodyLimit = LARGEST_SITE_FILE + 10_000
  office.post('/sites/import', { ...forSites, bodyLimit }, async (request, reply) => {
    const { organisation } = userOf(request)
    const found = uploadIn(request.body)
    const given = found ? textIn(found.bytes) : undefined
    const read = given ? readSiteFile(given.text) : undefined
    const fault = !found ? 'empty' : !read ? 'notText' : 'fault' in read ? read.fault : undefined
    if (!given || fault) {
      const frame = await face.frame(request, reply)
      return reply.code(422).send(siteImportPage(frame, { fault: fault ?? 'notText' }))
    }
    const id = makeId()
    await store.holdSiteFile(organisation, id, given, isoOf(clock()))
    return toFile(request, reply, id)
  })

  office.get('/sites/import/:file', forSites, async (request: Asked, reply) => {
    const frame = await face.frame(request, reply)
    const { file } = request.params
    const { held, report } = await load(request)
    return siteReportPage(frame, {
      file,
      encoding: held.encoding,
      ...(report && { report }),
      ...(held.outcome && { outcome: held.outcome }),
    })
  })

  office.post('/sites/import/:file', forSites, async (request: Asked, reply) => {
    const { organisation } = userOf(request)
    const { file } = request.params
    const { report } = await load(request)
    if (report) {
      const { fresh, changed, faults } = report
      const outcome = {
        added: fresh.length,
        changed: changed.length,
        faults: faults.length,
      }
      const act = actOf(request, clock)
      await store.takeSites(organisation, [...fresh, ...changed], act, { id: file, outcome })
    }
    return toFile(request, reply, file)
  })

  office.get('/sites/import/:file/faults.csv', forSites, async (request: Asked, reply) => {
    const { words } = await face.frame(request, reply)
    const { report } = await load(request)
    if (!report) throw new Problem('unknown')
    const rows = report.faults.map(({ line, cells, code, values }) => [
      ...columns.map((_, place) => cells[place]),
      line,
      words(`sites:row.${code}`, values),
    ])
    // Columns as in a file that is taken in, so that the mended rows can be sent as they are.
    const head = [...columns, words('sites:faults.line'), words('sites:faults.reason')]
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="svar-sites-faults.csv"')
      .send(csv([head, ...rows]))
  })

  /** What a held file would do to the register as it is now; none once it has been taken. */
  async function load(request: Asked) {
    const { organisation } = userOf(request)
    const held = await store.heldSiteFile(organisation, request.params.file)
    if (!held) throw new Problem('unknown')
    const read = held.outcome ? undefined : readSiteFile(held.text)
    if (!read || 'fault' in read) return { held }
    const register = {
      sites: await store.sites(organisation),
      groups: await store.siteGroups(organisation),
    }
    return { held, report: reportOn(read.lines, read.order, read.width, register) }
  }
}

const toFile = (request: FastifyRequest, reply: FastifyReply, file: string) =>
  reply.redirect(onward(request, `/office/sites/import/${file}`), 303)
