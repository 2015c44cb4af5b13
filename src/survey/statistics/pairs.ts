/** How often each option stands before each other: `wins.get(a).get(b)`. */
export type Wins = Map<string, Map<string, number>>

/** How an option fares against the others, one at a time. */
export interface Duels {
  id: string
  won: number
  tied: number
  lost: number
}

/**
 * Copeland's rule: options by how many others a majority puts them before, a tie being half. Who
 * wins against every other is the Condorcet winner. D. G. Saari and V. R. Merlin, The Copeland
 * method, Economic Theory 8 (1996).
 */
export function duelsOf(ids: string[], wins: Wins): Duels[] {
  const before = (one: string, other: string) => wins.get(one)?.get(other) ?? 0
  return ids
    .map((id) => {
      const others = ids.filter((other) => other !== id)
      const won = others.filter((other) => before(id, other) > before(other, id)).length
      const tied = others.filter((other) => before(id, other) === before(other, id)).length
      return { id, won, tied, lost: others.length - won - tied }
    })
    .toSorted((a, b) => score(b) - score(a))
}

const score = ({ won, tied }: Duels) => won + tied / 2

/** The option that a majority puts before each other one. */
export const condorcetWinner = (duels: Duels[]): string | undefined =>
  duels.find(({ tied, lost }) => tied + lost === 0)?.id
