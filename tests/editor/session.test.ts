import { expect, test } from 'vitest'
import type { Theirs } from '../../web/editor/sending.ts'
import { keeping } from '../../web/editor/kept.ts'
import { makeSession } from '../../web/editor/session.ts'
import { put } from '../../web/editor/operations.ts'
import { tree } from '../survey/tree.ts'

/** A server with one draft, a browser's storage, and a timer that the test lets run out. */
function world() {
  const server = { revision: 1, tree: tree() as object, marks: {}, online: true, sent: 0 }
  const entries = new Map<string, string>()
  const storage = {
    get length() {
      return entries.size
    },
    key: (index: number) => [...entries.keys()][index] ?? null,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  }
  function open(tab: string) {
    let due: (() => void) | undefined
    const session = makeSession({
      draft: { revision: server.revision, tree: server.tree, marks: {}, at: '' },
      kept: keeping(storage, 'prov-1', 'Anna', tab),
      later(call) {
        due = call
        return () => (due = undefined)
      },
      async send({ base, ...edit }) {
        server.sent += 1
        if (!server.online) return { offline: true }
        const theirs: Theirs = { ...server, tree: server.tree as never, at: '', words: 'Bo' }
        if (base !== server.revision) return { conflict: theirs }
        Object.assign(server, edit, { revision: base + 1 })
        return { saved: { revision: base + 1, at: '' } }
      },
    })
    return {
      session,
      set: (name: string, value: string) => session.change((now) => put(now, [name, 'sv'], value)),
      /** Until nothing is left to do, or nothing can be done. */
      async pass() {
        for (let turn = 0; turn < 5 && due; turn += 1) {
          const call = due
          due = undefined
          call()
          await new Promise((done) => setImmediate(done))
        }
      },
    }
  }
  return { server, entries, open }
}

test('opening changes and sends nothing', async () => {
  const { server, open } = world()
  await open('a').pass()
  expect(server).toMatchObject({ revision: 1, sent: 0 })
})

test('what a closed tab has left is taken over by the next, and merged', async () => {
  const { server, entries, open } = world()
  const one = open('a')
  server.online = false
  one.set('title', 'Skrivet')
  await one.pass()
  expect(one.session.state.status.is).toBe('offline')
  server.online = true
  server.revision = 2
  server.tree = { ...tree(), intro: { sv: 'Bos', da: 'Bos' } }
  const two = open('b')
  await two.pass()
  expect(server.tree).toMatchObject({ title: { sv: 'Skrivet' }, intro: { sv: 'Bos' } })
  expect(two.session.state.told!.paths).toEqual([
    ['intro', 'sv'],
    ['intro', 'da'],
  ])
  expect(entries.size).toBe(0)
})

test('two live tabs of one person do not undo each other', async () => {
  const { server, open } = world()
  const [one, two] = [open('a'), open('b')]
  one.set('title', 'Ett')
  two.set('intro', 'Två')
  await one.pass()
  await two.pass()
  await one.pass()
  expect(server.tree).toMatchObject({ title: { sv: 'Ett' }, intro: { sv: 'Två' } })
})

test('undo takes back one’s own change only, also after a colleague’s', async () => {
  const { server, open } = world()
  const one = open('a')
  one.set('title', 'Mitt')
  server.revision = 2
  server.tree = { ...tree(), intro: { sv: 'Bos', da: 'Bos' } }
  await one.pass()
  one.session.undo('')
  await one.pass()
  expect(server.tree).toMatchObject({ title: { sv: 'Prov' }, intro: { sv: 'Bos' } })
  one.session.redo('')
  await one.pass()
  expect(server.tree).toMatchObject({ title: { sv: 'Mitt' }, intro: { sv: 'Bos' } })
})

test('typing in a field is one change, until another field is typed in', () => {
  const { session } = world().open('a')
  const type = (field: string, words: string) =>
    session.change((now) => put(now, [field, 'sv'], words), field)
  for (const words of ['A', 'Al', 'Alla']) type('title', words)
  type('intro', 'X')
  expect(session.state.history.past).toHaveLength(2)
  session.undo('')
  session.undo('')
  expect(session.state.history.now.tree).toMatchObject({ title: { sv: 'Prov' } })
})
