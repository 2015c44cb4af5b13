import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { handoverPage } from '../../src/pages/office/tablets/device-handover.tsx'
import { newDevicePage } from '../../src/pages/office/tablets/device-new.tsx'
import { devicePage, doings } from '../../src/pages/office/tablets/device.tsx'
import { devicesPage } from '../../src/pages/office/tablets/devices.tsx'
import { seen } from '../../src/pages/office/tablets/fleet.ts'
import type { Device } from '../../src/survey/tablets/device.ts'
import { device, fleet, kinds, NOW, site } from './fleets.ts'
import { expectSound, planner, wordsOf } from './frames.ts'

const evil = '"><script>alert(1)</script>{{x}}$t(office:signIn.send)'
const long = 'Väntrummetvidprovtagningen'.repeat(9)
const all = Object.values(kinds)
const frame = (language = 'sv') => planner(language, '/office/tablets')

const many = Array.from({ length: 60 }, (_, index) => ({
  ...all[index % all.length]!,
  id: `device-${index}`,
}))
const gone = { name: 'nedlagd', gone: true, zone: 'UTC' }
const fleets = {
  'with nothing': fleet(),
  'with sites only': fleet(site('norr', []), site('vik', [])),
  'in every state': fleet(site('norr', all), site('vik', [])),
  'of sixty': fleet(site('norr', many.slice(0, 40)), site('vik', many.slice(40))),
  'where a site has gone': fleet(site('nedlagd', [kinds.working, kinds.revoked], gone)),
  'with long and hostile names': fleet(
    site('norr', [device('a', { name: long }), { ...kinds.silent, name: evil }], { name: evil }),
    site('vik', [], { name: long, lang: 'sv' }),
  ),
  'all revoked': fleet(site('norr', [kinds.revoked])),
}

describe.each(['sv', 'da', 'en'])('in %s', (language) => {
  test.each(Object.entries(fleets))('a fleet %s is sound', async (_, given) => {
    const html = devicesPage(frame(language), given)
    await expectSound(html)
    expect(html).not.toMatch(/<script>|Logga in|Log ind|Sign in/)
  })

  test.each(all.map((one) => [one.id, one] as const))(
    'the page of a %s is sound',
    async (_, one) => {
      for (const done of [undefined, ...doings]) {
        await expectSound(devicePage(frame(language), viewOf(one, { done })))
      }
    },
  )

  test('faults are sound and stand beside their fields', async () => {
    const codes = ['missing', 'long', 'taken'] as const
    for (const code of codes) {
      const faults = [{ field: 'name', code } as const]
      const given = { name: evil, site: 'norr' }
      await expectSound(devicePage(frame(language), viewOf(kinds.working, { faults, given })))
      const both = [...faults, { field: 'site', code: 'missing' } as const]
      const html = newDevicePage(frame(language), { ...adding, given, faults: both })
      await expectSound(html)
      expect(html).toContain('aria-describedby="site-fault"')
    }
  })

  test('adding is sound, with sites and without', async () => {
    await expectSound(newDevicePage(frame(language), adding))
    await expectSound(newDevicePage(frame(language), { ...adding, sites: [] }))
  })

  test('the code and the PIN are sound, together and each', async () => {
    for (const shown of [{ code, pin }, { code }, { pin }]) {
      const view = { ...viewOf(kinds.waiting), ...shown, origin: 'https://svar.example' }
      await expectSound(handoverPage(frame(language), view))
    }
  })
})

const code = { code: 'ABCDEFGH', until: NOW + 600_000 }
const pin = '012345'
const adding = {
  ...fleet(),
  sites: [site('norr', []), site('vik', [], { name: evil, lang: 'sv' })],
  once: 'once',
  given: { name: '', site: '' },
}

const viewOf = (one: Device, more = {}) => ({
  ...fleet(),
  one: seen(site('norr', [one]), one, NOW),
  sites: [site('norr', [one]), site('vik', [])],
  once: 'once-of-the-form',
  removal: 'proof',
  ...more,
})

describe('the first line says what state things are in', () => {
  const line = (...devices: Device[]) => {
    const html = devicesPage(frame(), fleet(site('norr', devices)))
    return wordsOf(/<p class="lede">(.*?)<\/p>/.exec(html)![1]!)
  }
  const { working, silent, worried, waiting, lapsed, revoked } = kinds

  test.each([
    [[], 'Här finns inga surfplattor än.'],
    [[working], '1 surfplatta, i ordning.'],
    [[working, working, working], '3 surfplattor, alla i ordning.'],
    [[working, revoked], '1 surfplatta, i ordning. Dessutom är 1 spärrad.'],
    [[revoked, revoked], 'Ingen surfplatta är i bruk. 2 är spärrade.'],
    [[silent], '1 surfplatta: 1 är tyst.'],
    [[working, worried], '2 surfplattor: 1 behöver ses över och 1 är i ordning.'],
    [
      [working, working, silent, silent, waiting, lapsed, revoked],
      '6 surfplattor: 2 är tysta, 1 är inte inkopplad, 1 väntar på sin kod och 2 är i ordning. ' +
        'Dessutom är 1 spärrad.',
    ],
  ])('%#', (devices, words) => {
    expect(line(...devices)).toBe(words)
  })
})

test('the silent ones are named, the longest silent first, not more than a few', () => {
  const later = { ...kinds.silent, id: 'later', name: 'Senare', seenAt: NOW - 7_200_000 }
  const two = wordsOf(devicesPage(frame(), fleet(site('norr', [later, kinds.silent]))))
  expect(two).toContain('2 surfplattor är tysta Surfplatta silent Plats norr , inte hörts av sedan')
  expect(two).toContain('inte hörts av sedan 1 juli 2026 kl. 09:00 Senare Plats norr')
  const ten = Array.from({ length: 10 }, (_, index) => ({ ...kinds.silent, id: `${index}` }))
  const words = wordsOf(devicesPage(frame(), fleet(site('norr', ten))))
  expect(words).toContain('4 till finns i listan nedan')
})

describe('a row tells', () => {
  const row = (one: Device) => wordsOf(devicesPage(frame(), fleet(site('norr', [one]))))

  test('what waits, since when, and what was refused and why', () => {
    const words = row(kinds.silent)
    expect(words).toContain('För 3 timmar sedan 1 juli 2026 kl. 09:00')
    expect(words).toContain('12 345 svar väntar Det äldsta är från 30 juni 2026.')
    expect(words).toContain('1 234 svar togs inte emot: de kom för sent eller gick inte att läsa.')
    expect(words).not.toContain('Klockan går')
  })

  test('program, storage, and a clock that is wrong', () => {
    expect(row(kinds.working)).toContain('Version 1.0 2 GB ledigt')
    expect(row(kinds.working)).toContain('Nyss 1 juli 2026 kl. 11:59')
    expect(row(kinds.working)).not.toContain('Klockan går')
    expect(row(kinds.backward)).toContain(
      'Klockan går 26 timmar efter. Svaren får ändå rätt datum.',
    )
    expect(row(kinds.worried)).toContain('Klockan går 9 999 dygn före.')
    expect(row(kinds.worried)).toContain('Utrymmet är snart slut.')
    expect(row(kinds.worried)).toContain('Svaren kommer inte fram fast surfplattan har kontakt.')
  })

  test('which survey is shown', () => {
    expect(row(kinds.working)).toContain('Surfplatta working Provenkäten')
    expect(row(kinds.backward)).toContain('Visar ingen enkät')
  })

  test('until when a code holds, and that it has run out', () => {
    expect(row(kinds.waiting)).toContain('Koden gäller till klockan 12:05.')
    expect(row(kinds.lapsed)).toContain('Koden användes aldrig och har gått ut.')
  })

  test('what became of the answers of a revoked one', () => {
    expect(row(kinds.revoked)).toContain('3 svar var kvar på den när den senast hördes av.')
    expect(row(kinds.emptied)).toContain('Alla svar har kommit fram.')
  })
})

describe('what can be done', () => {
  const doing = (one: Device) => {
    const html = devicePage(frame(), viewOf(one))
    return ['code', 'pin', 'revocation', 'removal'].filter((act) =>
      html.includes(`action="/office/tablets/${one.id}/${act}"`),
    )
  }

  test('follows from the state', () => {
    expect(doing(kinds.working)).toEqual(['code', 'pin', 'revocation'])
    expect(doing(kinds.silent)).toEqual(['code', 'pin', 'revocation'])
    expect(doing(kinds.waiting)).toEqual(['code', 'pin', 'removal'])
    expect(doing(kinds.lapsed)).toEqual(['code', 'pin', 'removal'])
    expect(doing(kinds.revoked)).toEqual(['removal'])
  })

  test('says what will be gone', () => {
    const words = (one: Device) => wordsOf(devicePage(frame(), viewOf(one)))
    expect(words(kinds.silent)).toContain('12 345 svar väntade på den när den senast hördes av.')
    expect(words(kinds.working)).toContain('Inga svar väntade på den')
    expect(words(kinds.revoked)).toContain('Den kan ha svar kvar.')
    expect(words(kinds.emptied)).not.toContain('Den kan ha svar kvar.')
  })
})

test('the code is grouped, the PIN too, and the QR code leads to the kiosk', () => {
  const view = { ...viewOf(kinds.waiting), code, pin, origin: 'https://svar.example' }
  const html = handoverPage(frame(), view)
  expect(wordsOf(html)).toContain('Kod ABCD-EFGH Adress svar.example/kiosk')
  expect(wordsOf(html)).toContain('PIN-kod för personalen 012 345')
  expect(html).toContain('role="img" aria-label="QR-kod som öppnar svarsstationen')
  expect(html).not.toContain('börjar inte med https')
})

test('the QR code says the address with the code, and nothing else', () => {
  const drawn = (one: typeof code) => {
    const view = { ...viewOf(kinds.waiting), code: one, origin: 'https://svar.example' }
    return /<svg class="qr" viewBox="0 0 (\d+) \d+".*?<path d="([^"]+)"/.exec(
      handoverPage(frame(), view),
    )!
  }
  const { size, data } = encode('https://svar.example/kiosk#ABCDEFGH', { ecc: 'M', border: 4 })
  const [, width, path] = drawn(code)
  expect(width).toBe(String(size))
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x} ${y}`] : [])))
  expect(path!.match(/\d+ \d+/g)).toEqual(dark)
  expect(drawn({ ...code, code: 'ABCDEFGJ' })[2]).not.toBe(path)
})

test('a name in another language than the page is marked', () => {
  const html = devicesPage(frame('da'), fleet(site('norr', [kinds.silent], { lang: 'sv' })))
  expect(html).toContain('<h2 id="site-1" lang="sv">Plats norr</h2>')
})
