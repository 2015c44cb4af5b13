const schemes = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/**
 * The one way to an address in a page. Preact escapes words but lets `javascript:` through, so
 * whatever is not a path of ours, a place on the page or a known scheme leads nowhere.
 */
export function link(target: string, query: Record<string, string | undefined> = {}): string {
  if (!isSafe(target)) return '#'
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])
  const search = new URLSearchParams(given).toString()
  return search ? `${target}?${search}` : target
}

function isSafe(target: string): boolean {
  if (/^\/(?![/\\])/.test(target) || target.startsWith('#')) return true
  return schemes.has(URL.parse(target)?.protocol ?? '')
}
