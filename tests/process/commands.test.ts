import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { text } from '../make.ts'
import { pair } from './keeping.ts'
import { dataFolder, send, serve, svar } from './product.ts'
import { surveyFile } from './survey-file.ts'

const EMPTY = { SVAR_DEMO: '0' }

describe('a survey by the command line alone', () => {
  test('import, open, answer, close, results: beside a running server', async () => {
    const folder = dataFolder()
    const server = await serve(folder, EMPTY)
    const { path, tree } = surveyFile(folder)
    const page = () => fetch(`http://127.0.0.1:${server.port}/s/prov`).then(({ status }) => status)
    expect(await svar(folder, ['survey', 'import', path, '--organisation', 'nord'])).toMatchObject({
      code: 0,
    })
    expect(await page()).toBe(404)
    expect(await svar(folder, ['survey', 'open', 'prov'])).toMatchObject({
      code: 0,
      out: '"prov" is open, with questionnaire 1.\n',
    })
    expect(await page()).toBe(200)
    for (let index = 0; index < 12; index += 1) {
      const fields = { submission: `response-${index}`, lang: 'sv', val: index < 7 ? 'a' : 'b' }
      expect((await send(server.port, 'prov', fields)).status).toBe(303)
    }
    const listed = await svar(folder, ['survey', 'list', '--json'])
    expect(JSON.parse(listed.out)).toEqual([
      {
        id: 'prov',
        organisation: 'nord',
        state: 'open',
        opens: null,
        closes: null,
        timeZone: 'Europe/Stockholm',
        responses: 12,
      },
    ])
    expect(await svar(folder, ['survey', 'close', 'prov'])).toMatchObject({ code: 0 })
    expect(await page()).toBe(410)
    const { out: token } = await svar(folder, [
      'token',
      'add',
      '--organisation',
      'nord',
      '--scope',
      'read',
    ])
    const results = await fetch(`http://127.0.0.1:${server.port}/api/surveys/prov/results`, {
      headers: { authorization: `Bearer ${token.trim()}` },
    })
    expect(await results.json()).toMatchObject({
      state: 'closed',
      responses: 12,
      released: 12,
      final: true,
    })
    const exported = await svar(folder, ['survey', 'export', 'prov'])
    expect(parse(exported.out)).toEqual(tree)
  })

  test('a faulty file is refused with every fault at once: file, line, field, reason', async () => {
    const folder = dataFolder()
    const { path } = surveyFile(folder, (tree) => {
      tree['smallestGroup'] = 3
      tree['titel'] = 'x'
      tree['timeZone'] = 'Europa/Stockholm'
    })
    const { code, err } = await svar(folder, ['survey', 'import', path, '--organisation', 'nord'])
    expect(code).toBe(1)
    const lines = readFileSync(path, 'utf8').split('\n')
    for (const field of ['smallestGroup', 'titel', 'timeZone']) {
      const line = lines.findIndex((one) => one.includes(`"${field}"`)) + 1
      expect(err).toContain(`survey.json:${line}: ${field}: `)
    }
  })

  test('opening names everything that is missing', async () => {
    const folder = dataFolder()
    const { path } = surveyFile(folder, (tree) => {
      tree['languages'] = ['sv', 'da']
      delete tree['privacy']
    })
    await svar(folder, ['survey', 'import', path, '--organisation', 'nord'])
    const { code, err } = await svar(folder, ['survey', 'open', 'prov'])
    expect(code).toBe(1)
    for (const field of [
      'title.da',
      'privacy.purpose.sv',
      'privacy.retainUntil',
      'questions.0.text.da',
    ]) {
      expect(err).toContain(`${field}: is missing`)
    }
  })

  test('what would change the meaning of answers is refused, a corrected text is not', async () => {
    const folder = dataFolder()
    await svar(folder, ['survey', 'import', surveyFile(folder).path, '--organisation', 'nord'])
    await svar(folder, ['survey', 'open', 'prov'])
    const reopen = async (change: (question: { options: object[]; text: object }) => void) => {
      const { path } = surveyFile(folder, (tree) => change((tree['questions'] as never[])[0]!))
      await svar(folder, ['survey', 'import', path])
      return svar(folder, ['survey', 'open', 'prov'])
    }
    const gone = await reopen(
      (question) => void (question.options = [question.options[0]!, { id: 'c', text: 'C' }]),
    )
    expect(gone).toMatchObject({ code: 1 })
    expect(gone.err).toContain('option "b" is gone')
    const corrected = await reopen((question) => void (question.text = text('Vad då?')))
    expect(corrected.out).toBe('"prov" is open, with questionnaire 2.\n')
  })
})

describe('people', () => {
  test('are added with a role, and limited to sites that there are', async () => {
    const folder = dataFolder()
    const { path } = surveyFile(folder, (tree) => {
      tree['sites'] = [{ id: 'norr', name: 'Norr', listed: 10 }]
    })
    await svar(folder, ['survey', 'import', path, '--organisation', 'nord'])
    const add = (...args: string[]) => svar(folder, ['user', 'add', 'anna@nord.example', ...args])
    expect((await add('--role', 'chef')).code).toBe(2)
    expect((await add('--role', 'planner', '--site', 'nej')).err).toContain('has the site "nej"')
    expect((await add('--role', 'editor', '--site', 'norr')).err).toContain('not for editor')
    expect(await add('--role', 'planner', '--site', 'norr')).toMatchObject({ code: 0 })
    expect((await add('--role', 'planner')).err).toContain('has a user already')
    const allow = (...args: string[]) => svar(folder, ['user', 'allow-passwords', ...args])
    const allowed = { code: 0, out: 'Passwords are allowed in "nord".\n' }
    expect(await allow()).toMatchObject(allowed)
    expect(await allow('--organisation', 'nej')).toMatchObject({ code: 1 })
  })
})

describe('what the privacy notice promised', () => {
  test('cannot be taken back from those who have answered', async () => {
    const folder = dataFolder()
    const retained = async (retainUntil: string) => {
      const { path } = surveyFile(
        folder,
        (tree) => void (tree['privacy'] = { ...(tree['privacy'] as object), retainUntil }),
      )
      await svar(folder, ['survey', 'import', path, '--organisation', 'nord'])
      return svar(folder, ['survey', 'open', 'prov'])
    }
    const server = await serve(folder, EMPTY)
    expect((await retained('2998-01-01')).code).toBe(0)
    expect((await retained('2999-01-01')).code).toBe(0)
    const fields = { submission: 'response-promised', lang: 'sv', val: 'a' }
    expect((await send(server.port, 'prov', fields)).status).toBe(303)
    const later = await retained('2999-01-02')
    expect(later.code).toBe(1)
    expect(later.err).toContain('privacy.retainUntil: deletion by 2999-01-01 was promised')
    expect((await retained('2998-06-01')).code).toBe(0)
  })
})

describe('usage', () => {
  test.each([
    [['--help'], 0],
    [['--version'], 0],
    [['survey', 'import', '--help'], 0],
    [['nonsense'], 2],
    [['survey', 'open'], 2],
    [['token', 'add', '--scope', 'all'], 2],
    [['survey', 'open', 'finns-inte'], 1],
    [['survey', 'import', 'no-such-file.yaml'], 1],
    [['migrate', '--json'], 0],
  ])('svar %j ends with %i', async (args, code) => {
    expect((await svar(dataFolder(), args as string[])).code).toBe(code)
  })

  test('a malformed setting stops the start with one clear line', async () => {
    const folder = dataFolder()
    for (const [name, value] of [
      ['PORT', 'abc'],
      ['SVAR_DEMO', 'yes'],
      ['SVAR_BASE_URL', 'x'],
      ['SVAR_SECRET', 'short'],
    ]) {
      const { code, err } = await svar(folder, ['serve'], { [name!]: value! })
      expect(code).toBe(1)
      expect(err).toMatch(new RegExp(`^svar: ${name}: .+\\n$`))
    }
  })

  test('what hinders a start is told, and that a list is empty', async () => {
    const folder = dataFolder()
    const other = dataFolder()
    writeFileSync(join(other, 'file'), '')
    const hindered = { SVAR_BACKUPS: join(other, 'file'), SVAR_BACKUP_KEY: pair.publicKey }
    const server = await serve(folder, { ...EMPTY, ...hindered })
    expect(server.said()).toContain('backups cannot be written')
    const same = { ...EMPTY, PORT: String(server.port), HOST: '127.0.0.1' }
    expect((await svar(dataFolder(), ['serve'], same)).err).toMatch(/another program listens there/)
    for (const command of [['serve'], ['survey', 'list']]) {
      const { code, err } = await svar(join(other, 'file'), command, EMPTY)
      expect([code, err]).toEqual([1, expect.stringMatching(/^svar: no data can be kept in /)])
    }
    for (const what of ['survey', 'device']) {
      const { out, err } = await svar(folder, [what, 'list'])
      expect([out, err]).toEqual(['', expect.stringMatching(/^There are no \w+\.\n$/)])
    }
  })

  test('where an organisation is reached stands in the accessibility statement', async () => {
    const folder = dataFolder()
    const server = await serve(folder, EMPTY)
    const set = (...options: string[]) => svar(folder, ['organisation', 'set', 'nord', ...options])
    const statement = async () =>
      (await fetch(`http://127.0.0.1:${server.port}/accessibility`)).text()
    expect((await set('--email', 'a@nord.example', '--phone', '08-465 004 10')).code).toBe(0)
    expect(await statement()).toContain('>a@nord.example</a>')
    expect(await statement()).toContain(
      '<a href="tel:0846500410" dir="ltr">08\u2011465\u00a0004\u00a010</a>',
    )
    expect((await set('--email', '', '--name', 'Nord')).code).toBe(0)
    expect(await statement()).not.toContain('mailto:')
    expect(await statement()).toContain('>Tillgänglighets\u00adredogörelse för Nord</h1>')
    const wrong = await set('--email', 'nord', '--phone', 'ring oss')
    expect(wrong.err).toMatch(/^svar: --email: .+\n--phone: .+\n$/)
  })

  test('an accent without contrast is refused with its reason', async () => {
    const { code, err } = await svar(dataFolder(), [
      'organisation',
      'set',
      'nord',
      '--accent',
      '#ffee00',
    ])
    expect(code).toBe(1)
    expect(err).toContain('contrast')
  })
})
