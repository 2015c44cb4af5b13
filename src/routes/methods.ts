import type { FastifyInstance } from 'fastify'
import { Problem } from '../survey/problem.ts'

/**
 * What a known address does with a method that it has no door for: OPTIONS is told the methods
 * there are, every other one is refused with them. Goes before all routes.
 */
export function methodRefusal(app: FastifyInstance) {
  const known = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const here = known.get(url) ?? new Set()
    for (const one of [method].flat()) here.add(one)
    known.set(url, here)
  })
  // After every onRequest hook, since the office's page of refusal needs its cookies read.
  // Every request passes here, so one that has its door is let through without a promise.
  app.addHook('preParsing', (request, reply, _payload, done) => {
    if (!request.is404) return done()
    const path = request.url.split('?')[0]!
    const allowed = [...known].find(([pattern]) => shapeOf(pattern).test(path))?.[1]
    if (!allowed) return done()
    reply.header('allow', [...allowed, 'OPTIONS'].toSorted().join(', '))
    if (request.method === 'OPTIONS') return void reply.code(204).send()
    done(new Problem('method-unknown'))
  })
}

const shapeOf = (pattern: string) =>
  new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+')}$`)
