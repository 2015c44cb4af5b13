/** How many runs a random test makes: a few in `npm test`, so many times more with MORE=…. */
export const runs = (few: number) => few * Number(process.env['MORE'] ?? 1)

/** Numbers from 0 to 1; the seed is printed, and taken from SEED to repeat a run. */
export function seeded(name: string) {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31)) | 0
  console.log(`${name}: SEED=${seed}`)
  return numbersFrom(seed)
}

export function numbersFrom(seed: number) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
