import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../survey/problem.ts'

const known = new Set(['_csrf', 'base', 'once', 'file'])

/** Forms with files: their fields as texts, for the doors registered beside it. */
export function readMultipart(office: FastifyInstance) {
  office.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) =>
      fieldsOf(request.headers['content-type']!, body),
  )
}

/** A body that is no form has no fields that could be read. */
async function fieldsOf(type: string, body: Buffer): Promise<Record<string, string>> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
    const fields: Record<string, string> = {}
    for (const [name, value] of form) {
      if (!known.has(name)) continue
      fields[name] = typeof value === 'string' ? value : await value.text()
    }
    return fields
  } catch {
    throw new Problem('bad-request')
  }
}
