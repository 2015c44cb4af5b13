import type { FastifyRequest } from 'fastify'
import type { Deps } from './deps.ts'

/** Where people and tablets find us. What a request says of it goes into nothing but its own reply. */
export function originOf({ protocol, host }: FastifyRequest, { config }: Deps): string {
  if (config.baseUrl) return config.baseUrl
  return URL.parse(`${protocol}://${host}`)?.origin ?? `http://${config.host}:${config.port}`
}
