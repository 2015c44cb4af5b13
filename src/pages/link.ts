/** What follows an address; a name may stand several times. */
export type Query = Record<string, string | string[] | undefined>

const schemes = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/**
 * The one way to an address in a page. Preact escapes words but lets `javascript:` through, so
 * whatever is not a path of ours, a place on the page or a known scheme leads nowhere.
 */
export function link(target: string, query: Query = {}): string {
  if (!isSafe(target)) return '#'
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ''].flat().flatMap((one) => (one ? [[name, one]] : [])),
  )
  const search = new URLSearchParams(given).toString()
  return search ? `${target}${target.includes('?') ? '&' : '?'}${search}` : target
}

function isSafe(target: string): boolean {
  if (/^\/(?![/\\])/.test(target) || target.startsWith('#')) return true
  return schemes.has(URL.parse(target)?.protocol ?? '')
}
