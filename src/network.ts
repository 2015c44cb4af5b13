import { numberFor } from './secrets.ts'

/** What an address has in common with its neighbours: a /24 of IPv4, a /64 of IPv6. */
export function networkOf(address: string): string {
  const [, four] = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address) ?? []
  if (four) return four
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const between = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0')
  const groups = tail === undefined ? first : [...first, ...between, ...last]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/** Two bytes that know a person's network again, and fit hundreds of thousands of others as well. */
export function networkMark(secret: string, email: string, network: string): Buffer {
  const mark = Buffer.alloc(2)
  mark.writeUInt16BE(Number(numberFor(secret, 'network', `${email} ${network}`) % 65_536n))
  return mark
}
