import { readFileSync } from 'node:fs'
import formbody from '@fastify/formbody'
import fastify from 'fastify'

/** What the framework costs by itself: the same bytes out, a form parsed and a 303 back. */
export async function serveFloor(pageFile: string) {
  const page = readFileSync(pageFile)
  const app = fastify()
  await app.register(formbody)
  app.get('/health/live', async () => ({ ok: true }))
  app.get('/s/:survey', async (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-encoding', 'gzip')
      .send(page),
  )
  app.post('/s/:survey', async (_request, reply) => reply.redirect('/s/karlskoga/thanks', 303))
  await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
  process.once('SIGTERM', () => void app.close())
}
