import { setImmediate } from 'node:timers/promises'

/** Pieces of a file, each made when the one before is sent, with room for others in between. */
export async function* byTurns<T>(pieces: Iterable<T>): AsyncGenerator<T> {
  for (const piece of pieces) {
    yield piece
    await setImmediate()
  }
}
