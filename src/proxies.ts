import { BlockList, isIP } from 'node:net'

export type Proxies = (address: string) => boolean

/**
 * Which addresses may say for whom they ask: the machine itself, and those in a comma-separated
 * list of addresses and networks (`10.0.0.7, 192.0.2.0/24`). Undefined where the list is malformed.
 */
export function readProxies(list: string): Proxies | undefined {
  const trusted = new BlockList()
  trusted.addSubnet('127.0.0.0', 8, 'ipv4')
  trusted.addAddress('::1', 'ipv6')
  for (const one of list.split(/[\s,]+/).filter((text) => text !== '')) {
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(one) ?? []
    const most = { 4: 32, 6: 128 }[isIP(address)]
    if (most === undefined || Number(bits ?? most) > most) return undefined
    trusted.addSubnet(address, Number(bits ?? most), familyOf(address))
  }
  // What a header says need not be an address at all.
  return (address) => isIP(address) > 0 && trusted.check(address, familyOf(address))
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
