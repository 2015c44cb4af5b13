import { expect, test } from 'vitest'
import { act, type Open, useFolder } from '../fixture.ts'
import { survey } from '../sending.ts'

const content = survey()
const later = { by: 'anna', at: '2026-06-02T08:00:00Z' }

/** Drafts keep what was given, and no edit is made on what another has changed. */
export function draftsContract(open: Open) {
  const folder = useFolder(open)

  async function withDraft(tree: unknown = { id: 'prov', languages: ['sv'] }) {
    const store = folder.open()
    for (const id of ['nord', 'syd']) {
      await store.saveOrganisation({ id, name: id, accent: '#0b5f66', demo: false }, act)
    }
    await store.addDraft('nord', 'prov', tree, act)
    return store
  }

  test('a draft begins as good as empty, once', async () => {
    const store = await withDraft()
    const tree = { id: 'prov', languages: ['sv'] }
    expect(await store.draft('nord', 'prov')).toEqual({ revision: 1, ...act, tree, marks: {} })
    expect(await store.surveyOf('nord', 'prov')).toMatchObject({ draft: { questions: [] } })
    for (const organisation of ['nord', 'syd']) {
      const again = store.addDraft(organisation, 'prov', {}, later)
      await expect(again).rejects.toMatchObject({ code: 'taken' })
    }
    expect(await store.draft('nord', 'prov')).toMatchObject({ revision: 1 })
  })

  test.each([
    ['faulty', { id: 'prov', languages: ['sv'], title: { sv: 7 }, questions: [{ kind: 'ny' }] }],
    ['no mapping', ['å', '🙂\u0000\ud800']],
    ['nothing', null],
  ])('a tree that is %s is kept as it was given', async (_, tree) => {
    const store = await withDraft()
    const marks = { 'title:da': 'Prov' }
    expect(await store.editDraft('nord', 'prov', { base: 1, tree, marks }, later)).toEqual({
      revision: 2,
    })
    const expected = { revision: 2, ...later, tree, marks }
    expect(await store.draft('nord', 'prov')).toEqual(expected)
    expect(await folder.open().draft('nord', 'prov')).toEqual(expected)
    expect(await store.surveyOf('nord', 'prov')).toMatchObject({ draft: { questions: [] } })
  })

  test('an edit on an older revision changes nothing, and learns who was faster', async () => {
    const store = await withDraft()
    const mine = { base: 1, tree: { mine: true }, marks: {} }
    const theirs = { base: 1, tree: { theirs: true }, marks: {} }
    await store.editDraft('nord', 'prov', theirs, later)
    const conflict = { revision: 2, ...later, tree: { theirs: true }, marks: {} }
    expect(await store.editDraft('nord', 'prov', mine, act)).toEqual({ conflict })
    expect(await store.draft('nord', 'prov')).toEqual(conflict)
    expect(await store.editDraft('nord', 'prov', { ...mine, base: 2 }, act)).toEqual({
      revision: 3,
    })
  })

  test('of many at once, one is first', async () => {
    const one = await withDraft()
    const two = folder.open()
    const edits = [one, two, one, two].map((store, index) =>
      store.editDraft('nord', 'prov', { base: 1, tree: { index }, marks: {} }, act),
    )
    const edited = await Promise.all(edits)
    expect(edited.filter((result) => 'revision' in result)).toEqual([{ revision: 2 }])
    expect(edited.filter((result) => 'conflict' in result)).toHaveLength(3)
  })

  test('a file that is imported is an edit: what was open on the draft notices', async () => {
    const store = await withDraft()
    await store.editDraft('nord', 'prov', { base: 1, tree: {}, marks: { a: 'b' } }, later)
    await store.saveDraft('nord', content, { file: true }, later)
    expect(await store.draft('nord', 'prov')).toMatchObject({
      revision: 3,
      tree: { file: true },
      marks: { a: 'b' },
    })
    const edited = await store.editDraft('nord', 'prov', { base: 2, tree: {}, marks: {} }, act)
    expect(edited).toHaveProperty('conflict.revision', 3)
  })

  test('what can be read of a faulty draft stands in lists; what is issued stays', async () => {
    const store = await folder.with(content)
    const tree = { ...content, title: { sv: 'Ny' }, smallestGroup: 'många' }
    const { revision: base } = (await store.draft('nord', 'prov'))!
    await store.editDraft('nord', 'prov', { base, tree, marks: {} }, act)
    const found = (await store.surveyOf('nord', 'prov'))!
    expect(found.draft).toMatchObject({ title: { sv: 'Ny' }, smallestGroup: 5 })
    expect(found.questionnaire).toMatchObject({ title: { sv: 'Prov' } })
  })

  test('the audit log tells of a person’s hour of edits once', async () => {
    const store = await withDraft()
    const edits = [
      ...['10:05', '10:40', '11:01'].map((time) => ({ by: 'test', at: `2026-06-01T${time}:00Z` })),
      { by: 'anna', at: '2026-06-01T11:02:00Z' },
    ]
    for (const [index, edit] of edits.entries()) {
      await store.editDraft('nord', 'prov', { base: index + 1, tree: {}, marks: {} }, edit)
    }
    const lines = await store.audit('nord', { what: 'survey.drafted' }, { most: 10 })
    expect(lines.map(({ by, at }) => `${by} ${at.slice(11, 16)}`)).toEqual([
      'anna 11:02',
      'test 11:01',
      'test 10:00',
    ])
  })

  test('to another organisation a draft is unknown', async () => {
    const store = await withDraft()
    for (const [organisation, id] of [
      ['syd', 'prov'],
      ['nord', 'fel'],
    ] as const) {
      expect(await store.draft(organisation, id)).toBeUndefined()
      const edit = store.editDraft(organisation, id, { base: 1, tree: {}, marks: {} }, act)
      await expect(edit).rejects.toMatchObject({ code: 'unknown' })
    }
    expect(await store.draft('nord', 'prov')).toMatchObject({ revision: 1 })
  })
}
