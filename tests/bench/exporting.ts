import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { countsOf } from '../../src/survey/counts.ts'
import { receive } from '../../src/survey/receive.ts'
import { ask, content, sites, text } from '../make.ts'
import { median } from './median.ts'
import { planner } from './person.ts'
import { startProduct } from './servers.ts'

const SITES = 50
const QUESTIONS = 20
const OPTIONS = 8
const RESPONSES = 20
const ROUNDS = 7
const ACT = { by: 'bench', at: '2026-06-01T10:00:00Z' }

/** A workbook of a large survey; the floor is packing the same bytes, all at once. */
export async function takeAlong(parent: string) {
  const folder = join(parent, 'exporting')
  await fill(folder)
  const [cookie] = await planner(folder, 1)
  const server = await startProduct(folder)
  try {
    const times: number[] = []
    const ratios: number[] = []
    let bytes = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now()
      const file = await fetchBook(server.port, cookie!)
      const took = performance.now() - started
      const parts = unzipSync(file)
      const packing = performance.now()
      zipSync(parts, { level: 3 })
      times.push(took)
      ratios.push(took / (performance.now() - packing))
      bytes = file.length
    }
    return {
      [`XLSX of ${SITES} sites × ${QUESTIONS} questions (ms, median)`]: median(times).toFixed(0),
      'XLSX: times as long as packing alone': median(ratios).toFixed(2),
      'XLSX (bytes)': bytes,
    }
  } finally {
    await server.stop()
  }
}

async function fetchBook(port: number, cookie: string): Promise<Uint8Array> {
  const address = `http://127.0.0.1:${port}/office/surveys/stor/results.xlsx?lang=sv`
  const reply = await fetch(address, { headers: { cookie } })
  if (reply.status !== 200) throw new Error(`bench: the workbook gave ${reply.status}`)
  return new Uint8Array(await reply.arrayBuffer())
}

async function fill(folder: string) {
  const ids = Array.from({ length: OPTIONS }, (_, index) => `val-${index}`)
  const options = ids.map((id) => ({
    id,
    text: text(`Ett svarsalternativ av vanlig längd, ${id}`),
  }))
  const questions = Array.from({ length: QUESTIONS }, (_, index) =>
    ask.choices(`fraga-${index}`, { options }),
  )
  const places = sites(...Array.from({ length: SITES }, (_, index) => `plats-${index}`))
  const survey = content(questions, { id: 'stor', sites: places })
  const store = openSqlite(folder)
  await store.saveOrganisation({ id: 'nord', name: 'Stor', accent: '#0b5f66', demo: false }, ACT)
  await store.saveDraft('nord', survey, survey, ACT)
  await store.issue('nord', 'stor', survey, ACT)
  const { questionnaire } = (await store.issued('stor'))!
  for (const { id: site } of places) {
    const batch = Array.from({ length: RESPONSES }, (_, turn) => {
      const answers = questions.map(({ id }, index) => [id, ids[(turn * 3 + index) % OPTIONS]!])
      const fields = { ...Object.fromEntries(answers), site, submission: randomUUID() }
      const arrival = { channel: 'web', language: 'sv', date: '2026-06-02' } as const
      const received = receive(questionnaire, fields, arrival)
      if ('faults' in received) throw new Error('bench: a made-up response is faulty')
      const { response } = received
      return store.keep({ response, counts: countsOf(questionnaire, response), smallestGroup: 5 })
    })
    await Promise.all(batch)
  }
  await store.close()
}
