import { beforeEach, describe, expect, test } from 'vitest'
import { ACT } from '../start.ts'
import { tree } from '../survey/tree.ts'
import { lifeOffice, hidden } from './life-office.ts'
import { onceOf } from './two-offices.ts'

const office = lifeOffice()

describe('the checklist', () => {
  test('says what is missing, with a way to each field, and issues nothing', async () => {
    await office.edit({
      privacy: { purpose: { sv: 'Att pröva' } },
      sites: undefined,
      closes: undefined,
    })
    const { body } = await office.anna.get(`${office.path()}/open`)
    for (const field of ['privacy.purpose.da', 'privacy.controller.sv', 'privacy.retainUntil']) {
      expect(body).toContain(`href="${office.path()}/edit#f-${field}"`)
    }
    expect(body).toContain(`href="${office.path()}/edit#f-closes"`)
    expect(body).toContain(`action="${office.path()}/no-sites"`)
    expect(body).not.toContain('name="number"')
    const { revision } = await office.draft()
    const forced = await office.anna.submit(`${office.path()}/open`, {
      revision: String(revision),
      number: '0',
    })
    expect(forced.statusCode).toBe(422)
    expect((await office.survey()).questionnaire).toBeUndefined()
  })

  test('no sites can be meant', async () => {
    await office.edit({ sites: undefined })
    const { revision } = await office.draft()
    const sent = await office.anna.submit(`${office.path()}/no-sites`, {
      revision: String(revision),
    })
    expect(sent.headers.location).toBe(`${office.path()}/open`)
    expect((await office.anna.get(`${office.path()}/open`)).body).toContain(
      'Inga platser, och det är meningen',
    )
    expect((await office.draft()).tree).toMatchObject({ sites: [] })
  })

  test('a translation older than its text stands in the way', async () => {
    const { revision: base } = await office.draft()
    const marks = { 'title:da': 'Något annat' }
    await office.svar.store.editDraft(
      'nord',
      office.id,
      { base, tree: tree({ id: office.id }), marks },
      ACT,
    )
    const { body } = await office.anna.get(`${office.path()}/open`)
    expect(body).toContain(`href="${office.path()}/edit#f-title.da"`)
    expect(body).toContain('”Något annat”')
    expect((await office.open()).statusCode).toBe(422)
  })

  test('a last day that has passed stands in the way', async () => {
    await office.edit({ opens: '2026-05-01', closes: '2026-06-30' })
    expect((await office.open()).statusCode).toBe(422)
    expect((await office.anna.get(`${office.path()}/open`)).body).toContain('dagen har passerat')
  })

  test('says what happens and when, by weekday and in its own language', async () => {
    await office.edit({ opens: '2026-08-03', closes: '2026-08-28' })
    const { body } = await office.anna.get(`${office.path()}/open?lang=da`)
    expect(body).toContain('mandag den 3. august 2026')
    expect(body).toContain('til og med fredag den 28. august 2026')
    const notice = await office.anna.get(`${office.path()}/notice?lang=da`)
    expect(notice.body).toContain('Sådan behandler vi dine oplysninger')
    expect(notice.body).not.toContain(`/s/${office.id}`)
    const opened = await office.open()
    expect(opened.headers.location).toBe(`${office.path()}/state?done=issued`)
    expect((await office.anna.get(opened.headers.location!)).body).toContain('öppnar på sitt datum')
    expect((await office.page()).statusCode).toBe(403)
  })

  test('sent twice it is one questionnaire; an older page issues nothing', async () => {
    const { body } = await office.anna.get(`${office.path()}/open`)
    const fields = { revision: hidden(body, 'revision'), number: hidden(body, 'number') }
    for (let turn = 0; turn < 2; turn += 1) {
      expect((await office.anna.submit(`${office.path()}/open`, fields)).statusCode).toBe(303)
    }
    expect(await office.svar.store.issues('nord', office.id)).toHaveLength(1)
    expect((await office.bo.submit(`${office.path()}/open`, fields)).statusCode).toBe(409)
    const stale = (await office.bo.get(`${office.path()}/open`)).body
    await office.edit({ intro: 'Nytt' }, 'anna@nord.example')
    const old = { revision: hidden(stale, 'revision'), number: hidden(stale, 'number') }
    const refused = await office.bo.submit(`${office.path()}/open`, old)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Någon annan hann före')
    expect(await office.svar.store.issues('nord', office.id)).toHaveLength(1)
  })

  test('a colleague approves of a revision; who edited last does not', async () => {
    await office.edit({ intro: 'Nytt' }, 'anna@nord.example')
    const { revision } = await office.draft()
    await office.anna.submit(`${office.path()}/approval`, { revision: String(revision) })
    expect(await office.svar.store.approvals('nord', office.id)).toEqual([])
    expect((await office.bo.get(`${office.path()}/review`)).body).toContain(
      `action="${office.path()}/approval"`,
    )
    await office.bo.submit(`${office.path()}/approval`, { revision: String(revision) })
    const { body } = await office.anna.get(`${office.path()}/open`)
    expect(body).toContain('Godkänd av bo@nord.example')
    await office.edit({ intro: 'Nyare' }, 'anna@nord.example')
    expect((await office.anna.get(`${office.path()}/open`)).body).toContain(
      'Utkastet har ändrats sedan dess',
    )
    expect(
      (await office.bo.submit(`${office.path()}/approval`, { revision: String(revision) }))
        .statusCode,
    ).toBe(409)
  })
})

describe('a running survey', () => {
  beforeEach(async () => void (await office.open()))

  test('shows what changes; a text is corrected under a new number', async () => {
    await office.answer()
    await office.edit({ title: { sv: 'Prov, rättat', da: 'Prov' } })
    const { body } = await office.anna.get(`${office.path()}/open`)
    expect(body).toContain('<del>Prov</del>')
    expect(body).toContain('<ins>Prov, rättat</ins>')
    expect((await office.open()).statusCode).toBe(303)
    expect((await office.survey()).questionnaire).toMatchObject({ number: 2 })
    expect((await office.page()).body).toContain('Prov, rättat')
    expect((await office.anna.get(`${office.path()}/state`)).body).toContain('med en ändring')
  })

  test('what would change the meaning of answers is refused, with a copy as the way out', async () => {
    await office.answer()
    const { questions } = tree() as { questions: { options: object[] }[] }
    const [first, ...rest] = questions
    const fewer = { ...first, options: [first!.options[0]!, { id: 'c', text: 'C' }] }
    await office.edit({ questions: [fewer, ...rest] })
    const refused = await office.open()
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Alternativet ”B” i frågan ”Vilken?” är borta.')
    expect(await office.svar.store.issues('nord', office.id)).toHaveLength(1)
    const copy = { once: onceOf(refused.body), from: 'copy', copy: office.id }
    const made = await office.anna.submit('/office/surveys/new', copy)
    const other = /surveys\/([\w-]+)\/edit/.exec(made.headers.location!)![1]!
    const taken = (await office.svar.store.draft('nord', other))!.tree as Record<string, unknown>
    expect(taken).toMatchObject({ id: other, questions: [fewer, ...rest] })
    for (const field of ['opens', 'closes']) expect(taken).not.toHaveProperty(field)
    expect(taken['privacy']).not.toHaveProperty('decision')
  })

  test('a first day after the one on which people have answered is refused', async () => {
    const later = { opens: '2026-07-15' }
    await office.edit(later)
    expect((await office.anna.get(`${office.path()}/open`)).body).not.toContain('skulle avvisas')
    await office.answer()
    const refused = await office.open()
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('svar räknas redan från och med 1 juni 2026')
    await office.edit({ opens: '2026-05-15' })
    expect((await office.open()).statusCode).toBe(303)
  })

  test('a promise to those who have answered is kept', async () => {
    await office.answer()
    const { privacy } = tree() as { privacy: object }
    await office.edit({ privacy: { ...privacy, retainUntil: '2028-08-31' } })
    const refused = await office.open()
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('senast 31 augusti 2027')
  })
})
