import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../../survey/problem.ts'

export interface Upload {
  bytes: Buffer
  /** as the sender calls it: never a path of ours */
  name: string
}

/** Reads forms with a file: fields as texts, and the file as its bytes under `file`. */
export function takeUploads(office: FastifyInstance) {
  office.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) =>
      partsOf(request.headers['content-type']!, body),
  )
}

/** The file of a form; undefined where none was chosen. */
export function uploadIn(body: unknown): Upload | undefined {
  const { file } = (body ?? {}) as { file?: unknown }
  return typeof file === 'object' && file !== null ? (file as Upload) : undefined
}

async function partsOf(type: string, body: Buffer): Promise<Record<string, string | Upload>> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
    const parts: Record<string, string | Upload> = Object.create(null) as Record<string, string>
    for (const [name, value] of form) {
      if (typeof value === 'string') parts[name] = value
      else if (name === 'file' && value.size > 0) {
        parts[name] = { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) }
      }
    }
    return parts
  } catch {
    throw new Problem('bad-request')
  }
}
