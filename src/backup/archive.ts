import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { installation } from './installation.ts'
import { Unreadable } from './sealed-stream.ts'

const PIECE = 1024 * 1024
const MOST_HEAD = 64 * 1024

/** What a backup says of itself. */
export interface About {
  format: 1
  /** ISO instant of the moment that the database is a copy of */
  made: string
  /** of the program */
  version: string
}

/** The files of a folder one after the other, each after a line that names it. */
export async function* pack(about: About, folder: string): AsyncGenerator<Buffer> {
  const files = installation.flatMap(({ name }) => {
    const path = join(folder, name)
    return existsSync(path) ? [{ name, size: statSync(path).size, path }] : []
  })
  const listed = files.map(({ name, size }) => ({ name, size }))
  yield Buffer.from(`${JSON.stringify({ ...about, files: listed })}\n`)
  for (const { path } of files) {
    yield* createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>
  }
}

/** Writes the files of a backup into a folder; what it says of itself. */
export async function unpack(source: AsyncIterable<Buffer>, folder: string): Promise<About> {
  const parts = source[Symbol.asyncIterator]()
  let waiting: Buffer = Buffer.alloc(0)
  const more = async () => {
    const { value, done } = await parts.next()
    if (done) throw new Unreadable('it is cut short')
    waiting = Buffer.concat([waiting, value])
  }
  while (!waiting.includes(10)) {
    if (waiting.length > MOST_HEAD) throw new Unreadable('it is no backup of Svar')
    await more()
  }
  const end = waiting.indexOf(10)
  const { files, ...about } = JSON.parse(waiting.toString('utf8', 0, end)) as Listed
  waiting = waiting.subarray(end + 1)
  assertKnown(about, files)
  for (const { name, size } of files) {
    const file = createWriteStream(join(folder, name), { mode: 0o600, flags: 'wx', flush: true })
    for (let left = size; left > 0;) {
      if (waiting.length === 0) await more()
      const piece = waiting.subarray(0, left)
      waiting = waiting.subarray(piece.length)
      left -= piece.length
      if (!file.write(piece)) await new Promise((resolve) => file.once('drain', resolve))
    }
    file.end()
    await finished(file)
  }
  // To the end: only then is it certain that nothing was cut off.
  for (;;) {
    const { done } = await parts.next()
    if (done) return about
  }
}

type Listed = About & { files: { name: string; size: number }[] }

function assertKnown({ format, version }: About, files: Listed['files']) {
  const unknown = files.find(({ name }) => !installation.some((one) => one.name === name))
  if (format === 1 && !unknown) return
  throw new Unreadable(`it was made by a newer version of Svar (${version}) than this`)
}
