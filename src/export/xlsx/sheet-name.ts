const LONGEST = 31

/** A name that a spreadsheet takes: short, of its own, and without its signs for addresses. */
export function sheetName(wanted: string, taken: string[]): string {
  const legal = wanted.replaceAll(/[\\/?*[\]:\p{Cc}]/gu, ' ').replaceAll(/^[\s']+|[\s']+$/g, '')
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`
    const name = `${(legal || '-').slice(0, LONGEST - ending.length).trimEnd()}${ending}`
    if (!used.has(name.toLowerCase())) return name
  }
}
