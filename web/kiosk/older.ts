// What Chrome 100 and Safari 15.4 lack of what the rules are written in.
interface Lacking {
  toSorted?: unknown
  toWellFormed?: unknown
}

if (!(Array.prototype as Lacking).toSorted) {
  Object.defineProperty(Array.prototype, 'toSorted', {
    value: function <T>(this: T[], order?: (a: T, b: T) => number) {
      return [...this].sort(order)
    },
  })
}

if (!(String.prototype as Lacking).toWellFormed) {
  Object.defineProperty(String.prototype, 'toWellFormed', {
    value: function (this: string) {
      return this.replace(/\p{Surrogate}/gu, '\ufffd')
    },
  })
}
