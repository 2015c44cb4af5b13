const opening = /<([a-z][a-z0-9]*)((?: [a-zA-Z:-]+(?:="[^"<]*")?)*) ?\/?>/y
const closing = /<\/([a-z][a-z0-9]*)>/y
const words = /[^<]+/y
const doctype = /<!doctype html>/y

/**
 * The tags of a page with the names of their attributes. Stricter than any browser: what our own
 * pages would never say is no page, so a word that became markup cannot hide.
 */
export function skeletonOf(html: string): string[] {
  const tags: string[] = []
  let at = 0
  const next = (shape: RegExp) => {
    shape.lastIndex = at
    const found = shape.exec(html)
    if (found) at = shape.lastIndex
    return found
  }
  while (at < html.length) {
    if (next(words) || next(doctype)) continue
    const open = next(opening)
    const close = open ? null : next(closing)
    if (!open && !close) throw new Error(`no markup of ours: ${html.slice(at, at + 120)}`)
    if (close) tags.push(`/${close[1]}`)
    else tags.push([open![1], ...namesIn(open![2]!)].join(' '))
  }
  return tags
}

const namesIn = (attributes: string) =>
  [...attributes.matchAll(/ ([a-zA-Z:-]+)(?:="[^"]*")?/g)].map(([, name]) => name!)

/** What on a page runs, or leads elsewhere than our own pages lead: nothing. */
export function offencesOn(html: string, tags: string[]): string[] {
  const links = [...html.matchAll(/ (?:href|src|action|formaction)="([^"]*)"/g)].map(
    ([, to]) => to!,
  )
  const scripts = html.match(/<script[^>]*>/g) ?? []
  return [
    ...tags.filter((tag) => / (on\w+|style|srcdoc)\b/.test(tag)),
    ...tags.filter((tag) => /^(object|embed|base|plaintext)\b/.test(tag)),
    ...links.filter((to) => !/^(\/(?!\/)|#|https?:\/\/|mailto:|tel:|data:image\/)/.test(to)),
    ...scripts.filter((tag) => !/^<script type="module" src="\/assets\/[\w.-]+"/.test(tag)),
  ]
}
