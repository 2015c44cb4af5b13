import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Post } from '../mail/sender.ts'
import type { Deps } from './deps.ts'
import { operationMetrics } from './operation-metrics.ts'

/** Prometheus's view of the process. Replies are counted cheaply and handed over when asked for. */
export function makeMetrics(deps: Deps) {
  const registry = new Registry()
  const replies = new Map<string, { count: number; milliseconds: number }>()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const handOver = (value: 'count' | 'seconds') =>
    function collect(this: Counter | Gauge) {
      this.reset()
      for (const [key, { count, milliseconds }] of replies) {
        const [method, route, status] = key.split(' ') as [string, string, string]
        this.inc({ method, route, status }, value === 'count' ? count : milliseconds / 1000)
      }
    }
  const registers = [registry]
  const counted = { name: 'svar_replies_total', help: 'Replies by route pattern and status' }
  const timed = { name: 'svar_reply_seconds_total', help: 'Seconds spent on replies' }
  new Counter({ ...counted, labelNames, registers, collect: handOver('count') })
  new Counter({ ...timed, labelNames, registers, collect: handOver('seconds') })

  operationMetrics(registry, deps)
  if (deps.post) mailMetrics(registry, deps.post)

  return {
    /** Takes a route's pattern, never an address: that may hold a code. */
    replied(method: string, route: string, status: number, milliseconds: number) {
      const key = `${method} ${route} ${status}`
      const found = replies.get(key)
      if (found) {
        found.count += 1
        found.milliseconds += milliseconds
      } else replies.set(key, { count: 1, milliseconds })
    },
    type: registry.contentType,
    text: () => registry.metrics(),
  }
}

/** How letters fare. */
function mailMetrics(registry: Registry, { counts, waiting }: Post) {
  const registers = [registry]
  new Gauge({
    name: 'svar_letters_waiting',
    help: 'Letters that wait to be sent',
    registers,
    async collect() {
      this.set(await waiting())
    },
  })
  const counted = (name: string, help: string, count: () => number) =>
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(count())
      },
    })
  counted('svar_letters_sent_total', 'Letters that the mail server took', () => counts.sent)
  counted('svar_letters_failed_total', 'Tries that failed', () => counts.failed)
  counted('svar_letters_given_up_total', 'Letters that are not tried again', () => counts.givenUp)
}
