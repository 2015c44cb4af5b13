import { heardOf } from '../../../survey/tablets/fleet.ts'
import { devicePath, type FleetReader, type Seen } from './fleet.ts'

/** What state the devices are in, in one sentence or two. */
export function summary(reader: FleetReader, all: Seen[]): string {
  const { words, numbers } = reader
  if (all.length === 0) return words('tablets.none')
  const many = (condition: Seen['condition']) =>
    all.filter((one) => one.condition === condition).length
  const revoked = many('revoked')
  const count = all.length - revoked
  const worried = all.filter(({ condition, worries }) => condition === 'working' && worries[0])
  const fine = many('working') - worried.length
  const apart = revoked > 0 ? ` ${words('tablets.revokedToo', { count: revoked })}` : ''
  if (count === 0) return words('tablets.onlyRevoked', { count: revoked })
  if (fine === count) return words('tablets.allFine', { count }) + apart
  const parts = [
    many('silent') && words('tablets.count.silent', { count: many('silent') }),
    worried.length && words('tablets.count.worried', { count: worried.length }),
    many('lapsed') && words('tablets.count.lapsed', { count: many('lapsed') }),
    many('waiting') && words('tablets.count.waiting', { count: many('waiting') }),
    fine && words('tablets.count.fine', { count: fine }),
  ].filter((part) => typeof part === 'string')
  return words('tablets.summary', { count, parts: numbers.list(parts) }) + apart
}

/** So many are named; the rest is found in the list. */
const NAMED = 6

/** Tablets that nobody has heard though someone is there: the one thing to act on. */
export function SilentOnes({ reader, all }: { reader: FleetReader; all: Seen[] }) {
  const { words, path } = reader
  const silent = all
    .filter(({ condition }) => condition === 'silent')
    .toSorted((a, b) => heardOf(a.device)! - heardOf(b.device)!)
  if (silent.length === 0) return null
  return (
    <section class="notice" aria-labelledby="silent">
      <h2 id="silent">{words('tablets.silent.title', { count: silent.length })}</h2>
      <ul class="silent-ones">
        {silent.slice(0, NAMED).map((one) => (
          <li key={one.device.id}>
            <a href={path(devicePath(one.device))}>{one.device.name}</a>
            <span class="silent-site">
              <span lang={one.site.lang}>{one.site.name}</span>
              {`, ${words('tablets.silent.since', { time: lastHeard(reader, one) })}`}
            </span>
          </li>
        ))}
        {silent.length > NAMED && (
          <li>{words('tablets.silent.more', { count: silent.length - NAMED })}</li>
        )}
      </ul>
      <p>{words('tablets.silent.advice')}</p>
    </section>
  )
}

export const lastHeard = ({ moments }: FleetReader, { device, site }: Seen) =>
  moments.exact(heardOf(device)!, site.zone)
