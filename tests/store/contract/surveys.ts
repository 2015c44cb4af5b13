import { expect, test } from 'vitest'
import type { Store } from '../../../src/store/store.ts'
import { Problem } from '../../../src/survey/problem.ts'
import { act, issue, nextTurn, type Open, useFolder } from '../fixture.ts'
import { keeping, survey } from '../sending.ts'

const nord = { id: 'nord', name: 'Nord', accent: '#0b5f66', demo: false }
const syd = { id: 'syd', name: 'Syd', accent: '#123456', demo: true }
const content = survey()
const renamed = (sv: string) => ({ ...content, title: { sv } })

/** Organisations, drafts and numbered questionnaires; what another changed is noticed. */
export function surveysContract(open: Open) {
  const folder = useFolder(open)

  async function withBoth(): Promise<Store> {
    const store = folder.open()
    for (const organisation of [syd, nord]) await store.saveOrganisation(organisation, act)
    return store
  }

  test('organisations are saved and changed', async () => {
    const store = await withBoth()
    expect(await store.organisations()).toEqual([nord, syd])
    await store.saveOrganisation({ ...nord, name: 'Norr' }, act)
    expect(await store.organisations()).toEqual([{ ...nord, name: 'Norr' }, syd])
  })

  test('where an organisation is reached is kept, and taken away', async () => {
    const store = await withBoth()
    const reached = { ...nord, email: 'a@nord.example', phone: '08-465 004 10' }
    await store.saveOrganisation(reached, act)
    await store.saveDraft('nord', content, content, act)
    expect(await store.organisations()).toEqual([reached, syd])
    expect((await store.surveyOf('nord', content.id))!.organisation).toEqual(reached)
    await store.saveOrganisation(nord, act)
    expect(await store.organisations()).toEqual([nord, syd])
  })

  test('a draft is replaced, and given back as it was taken', async () => {
    const store = await withBoth()
    const tree = { id: 'prov', odd: [1, null, { å: '🙂\u0000' }] }
    await store.saveDraft('nord', content, { first: true }, act)
    await store.saveDraft('nord', renamed('Ny'), tree, act)
    expect(await store.draftTree('nord', 'prov')).toEqual(tree)
    expect(await store.surveyOf('nord', 'prov')).toMatchObject({
      id: 'prov',
      organisation: nord,
      draft: renamed('Ny'),
      dates: { opens: '2026-06-01', closes: '2026-08-31', issued: false, closed: false },
      final: false,
    })
    expect(await store.issued('prov')).toBeUndefined()
    expect(await store.allIssued()).toEqual([])
    expect(await store.surveys('nord')).toHaveLength(1)
  })

  test('an id is one organisation’s', async () => {
    const store = await withBoth()
    await store.saveDraft('nord', content, { mine: true }, act)
    const taken = store.saveDraft('syd', content, { mine: false }, act)
    await expect(taken).rejects.toThrow(Problem)
    await expect(taken).rejects.toMatchObject({ code: 'taken' })
    expect(await store.draftTree('nord', 'prov')).toEqual({ mine: true })
  })

  test('questionnaires are numbered, the same content once', async () => {
    const store = await withBoth()
    await store.saveDraft('nord', content, {}, act)
    const numbers = []
    for (const next of [content, structuredClone(content), renamed('2'), renamed('2'), content]) {
      numbers.push(await store.issue('nord', 'prov', next, act))
    }
    expect(numbers).toEqual([1, 1, 2, 2, 3])
    expect(await store.questionnaire('prov', 2)).toEqual({ ...renamed('2'), number: 2 })
    expect(await store.questionnaire('prov', 4)).toBeUndefined()
    expect(await store.questionnaire('annan', 1)).toBeUndefined()
    expect((await store.issued('prov'))!.questionnaire).toEqual({ ...content, number: 3 })
    expect((await store.allIssued()).map(({ id }) => id)).toEqual(['prov'])
  })

  test('what is issued stays while the draft changes', async () => {
    const store = await folder.with(content)
    await store.saveDraft('nord', { ...renamed('Senare'), closes: '2026-12-31' }, {}, act)
    const found = (await store.issued('prov'))!
    expect(found.questionnaire.title).toEqual(content.title)
    expect(found.dates.closes).toBe('2026-08-31')
    expect(found.draft.closes).toBe('2026-12-31')
  })

  test('closing by hand is noted once', async () => {
    const store = await folder.with(content)
    const before = (await store.issued('prov'))!.dates
    expect(before).toMatchObject({ issued: true, closed: false })
    expect(before).not.toHaveProperty('closedAt')
    for (const at of [act.at, '2026-06-02T10:00:00Z']) {
      await store.closeSurvey('nord', 'prov', { ...act, at })
    }
    const closed = { closed: true, closedAt: act.at }
    expect((await store.issued('prov'))!.dates).toEqual({ ...before, ...closed })
  })

  test('the days of grace are those of the newest questionnaire', async () => {
    const store = await folder.with(content)
    expect((await store.issued('prov'))!.dates).not.toHaveProperty('graceDays')
    await issue(store, survey({ graceDays: 0 }))
    expect((await store.issued('prov'))!.dates).toMatchObject({ graceDays: 0 })
  })

  test('what another changed is noticed', async () => {
    const one = await folder.with(content)
    const two = folder.open()
    const titles = async () => {
      await nextTurn()
      const issued = [await one.issued('prov'), await two.issued('prov')]
      return issued.map((survey) => survey!.questionnaire.title['sv'])
    }
    expect(await titles()).toEqual(['Prov', 'Prov'])
    for (const [index, store] of [two, one, two, two, one].entries()) {
      await store.saveDraft('nord', renamed(`${index}`), {}, act)
      await store.issue('nord', 'prov', renamed(`${index}`), act)
      expect(await titles()).toEqual([`${index}`, `${index}`])
    }
    await issue(two, survey({ id: 'ny' }))
    await nextTurn()
    expect(await one.issued('ny')).toBeDefined()
    await one.closeSurvey('nord', 'ny', act)
    await nextTurn()
    expect((await two.issued('ny'))!.dates.closed).toBe(true)
  })

  test('to another organisation it is unknown, for every verb', async () => {
    const store = await folder.with(content)
    await store.saveOrganisation(syd, act)
    const sent = Array.from({ length: 12 }, (_, id) => keeping(content, id, { text: 'Hej' }))
    await Promise.all(sent.map((one) => store.keep(one)))
    for (const [organisation, id] of [
      ['syd', 'prov'],
      ['nord', 'fel'],
      ['okänd', 'prov'],
    ] as const) {
      expect(await store.draftTree(organisation, id)).toBeUndefined()
      expect(await store.surveyOf(organisation, id)).toBeUndefined()
      expect(await store.participation(organisation, id)).toBeUndefined()
      expect(await store.release(organisation, id)).toBeUndefined()
      expect(await store.texts(organisation, id, 'text', 10)).toEqual([])
      const writes = [
        store.issue(organisation, id, content, act),
        store.closeSurvey(organisation, id, act),
      ]
      for (const write of writes) await expect(write).rejects.toMatchObject({ code: 'unknown' })
    }
    expect(await store.surveys('syd')).toEqual([])
    expect(await store.surveyOf('nord', 'prov')).toMatchObject({ dates: { closed: false } })
    expect(await store.texts('nord', 'prov', 'text', 10)).toHaveLength(1)
  })
}
