import type { FastifyInstance, FastifyRequest } from 'fastify'
import { accessibilityPage } from '../../pages/citizen/accessibility.tsx'
import { Problem } from '../../survey/problem.ts'
import type { Deps } from '../deps.ts'
import type { Face } from './face.ts'
import { sendPage } from './send-page.ts'

interface Door {
  Params: { organisation?: string }
  Querystring: { lang?: unknown }
}

/**
 * The accessibility statement: of the installation, and of each organisation in it. Danish law
 * wants it found under `/was`.
 */
export function accessibilityRoutes(app: FastifyInstance, { store }: Deps, face: Face) {
  for (const path of ['/accessibility', '/was']) {
    for (const place of [path, `${path}/:organisation`]) {
      app.get<Door>(place, async (request, reply) => {
        const { organisation: id } = request.params
        const all = await store.organisations()
        const organisation = id === undefined ? onlyOne(all) : all.find((one) => one.id === id)
        if (id !== undefined && !organisation) throw new Problem('unknown')
        const language = languageOf(request, path)
        const frame = face.frame(language, id === undefined ? path : `${path}/${id}`)
        face.headers(reply, language)
        const own = { ...frame, ...(organisation && { organisation }) }
        return sendPage(reply, accessibilityPage(own, organisation ? [] : all))
      })
    }
  }

  const languageOf = (request: FastifyRequest<Door>, path: string) =>
    face.languageOf(request, path === '/was' ? (request.query.lang ?? 'da') : undefined)
}

const onlyOne = <T>(all: T[]) => (all.length === 1 ? all[0] : undefined)
