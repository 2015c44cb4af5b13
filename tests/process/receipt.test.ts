import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeReceipt } from '../../src/survey/receipt.ts'
import { filesWith } from '../routes/planted.ts'
import { opened, place } from './keeping.ts'
import { send, serve } from './product.ts'

const PLANTED = 'Utplanterat'

test('what was withdrawn stays away: after kill -9, and with an older backup', async () => {
  const here = place()
  await opened(here, 'prov', '2999-01-01')
  const server = await serve(here.data, here.environment)
  const codes = Array.from({ length: 12 }, (_, index) =>
    makeReceipt(new Uint8Array(14).fill(index)),
  )
  const answer = (port: number, submission: string) =>
    send(port, 'prov', { submission, lang: 'sv', val: 'a', ord: `${PLANTED} ${submission}` })
  await Promise.all(codes.map((code) => answer(server.port, code)))
  const backup = await here.run(['backup'])
  const old = join(here.parent, 'old.backup')
  copyFileSync(String(backup.data['file']), old)
  const withdraw = (port: number, code: string) =>
    fetch(`http://127.0.0.1:${port}/receipt`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ code, at: 'ask', next: 'withdraw' }),
    })
  const [mine, hers] = codes as [string, string]
  const replies = await Promise.all([mine, hers].map((code) => withdraw(server.port, code)))
  expect(replies.map(({ status }) => status)).toEqual([303, 303])
  await server.stop('SIGKILL')

  const again = await serve(here.data, here.environment)
  expect((await withdraw(again.port, mine)).status).toBe(303)
  expect((await answer(again.port, mine)).status).toBe(409)
  expect((await here.run(['check'])).data).toMatchObject({ ok: true, responses: 10 })
  await again.stop()

  // Of another day: what is taken out again is due for overwriting at once.
  const list = readFileSync(join(here.data, 'erasures.jsonl'), 'utf8')
  const long = list.replaceAll(/"date":"[^"]+"/g, '"date":"2026-01-02"')
  expect(long).not.toBe(list)
  writeFileSync(join(here.parent, 'erasures.jsonl'), long)
  rmSync(here.data, { recursive: true })
  const restored = await here.run(['restore', old, '--key', here.key])
  expect(restored.data).toMatchObject({ withdrawnAgain: 2, responses: 10 })
  expect(filesWith(here.data, [mine, hers])).toEqual([])
  expect(filesWith(here.data, [codes[2]!])).not.toEqual([])
  const third = await serve(here.data, here.environment)
  expect((await answer(third.port, hers)).status).toBe(409)
  await third.stop()
})
