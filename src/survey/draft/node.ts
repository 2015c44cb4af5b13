import { type DraftFault, draftFault, type ReasonCode } from './reasons.ts'

export const idShape = /^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/

/** A place in an untrusted tree, which collects everything wrong below it. */
export class Node {
  readonly value: unknown
  readonly path: (string | number)[]
  readonly faults: DraftFault[]

  constructor(value: unknown, path: (string | number)[] = [], faults: DraftFault[] = []) {
    this.value = value
    this.path = path
    this.faults = faults
  }

  get absent() {
    return this.value === undefined || this.value === null
  }

  fault(code: ReasonCode, values: DraftFault['values'] = {}) {
    this.faults.push(draftFault(this.path, code, values))
  }

  /** The fields of a mapping; every field that is not in `names` is a fault. */
  fields<N extends string>(names: readonly N[]): Record<N, Node> {
    const isMap =
      typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value)
    if (!isMap) this.fault('mapping')
    const map = (isMap ? this.value : {}) as Record<string, unknown>
    for (const name of Object.keys(map)) {
      if (names.includes(name as N)) continue
      this.faults.push(draftFault([...this.path, name], 'field', { known: names.join(', ') }))
    }
    return Object.fromEntries(
      names.map((name) => [
        name,
        new Node(
          Object.hasOwn(map, name) ? map[name] : undefined,
          [...this.path, name],
          this.faults,
        ),
      ]),
    ) as Record<N, Node>
  }

  /** The entries of a list of `least` to `most`; none where the list is absent. */
  items(least: number, most: number): Node[] {
    if (this.absent && least === 0) return []
    if (!Array.isArray(this.value)) {
      this.fault('list')
      return []
    }
    if (this.value.length < least) this.fault('few', { least })
    if (this.value.length > most) this.fault('many', { count: this.value.length, most })
    return this.value
      .slice(0, most)
      .map((value, index) => new Node(value, [...this.path, index], this.faults))
  }

  id(reserved: readonly string[] = []): string {
    const id = typeof this.value === 'number' ? String(this.value) : this.value
    if (typeof id !== 'string' || !idShape.test(id)) {
      this.fault('id')
      return ''
    }
    if (reserved.includes(id) || id in Object.prototype) this.fault('reserved', { id })
    return id
  }

  whole(least: number, most: number): number {
    const number = this.value
    if (!Number.isInteger(number) || Number(number) < least || Number(number) > most) {
      this.fault('whole', { least, most })
      return least
    }
    return Number(number)
  }

  number(least: number, most: number, decimals: number): number {
    if (decimals === 0) return this.whole(least, most)
    const units = 10 ** decimals
    const number = typeof this.value === 'number' ? this.value : Number.NaN
    const isExact = Math.round(number * units) / units === number
    if (!isExact || number < least || number > most) {
      this.fault('number', { least, most, decimals })
      return least
    }
    return number
  }

  flag(): boolean {
    if (!this.absent && typeof this.value !== 'boolean') this.fault('flag')
    return this.value === true
  }

  words(most: number): string {
    if (typeof this.value !== 'string' || this.value.trim() === '') {
      this.fault('text')
      return ''
    }
    if (this.value.length > most) {
      this.fault('long', { count: this.value.length, most })
    }
    return this.value.trim()
  }

  /** Words per language; one plain text stands for every language. */
  text(languages: string[], most: number): Record<string, string> {
    if (this.absent) return {}
    if (typeof this.value === 'string') {
      const words = this.words(most)
      return Object.fromEntries(languages.map((language) => [language, words]))
    }
    const fields = Object.entries(this.fields(languages)).filter(([, node]) => !node.absent)
    return Object.fromEntries(fields.map(([language, node]) => [language, node.words(most)]))
  }
}

/** Says every id that stands twice. */
export function unique(ids: { id: string; node: Node }[]) {
  const seen = new Set<string>()
  for (const { id, node } of ids) {
    if (id !== '' && seen.has(id)) node.fault('twice', { id })
    seen.add(id)
  }
}
