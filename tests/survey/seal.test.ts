import { beforeAll, describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../src/survey/base64url.ts'
import type { KioskAnswers, Sealed } from '../../src/survey/tablets/kiosk.ts'
import { isPin, pinKey } from '../../src/survey/tablets/pin.ts'
import { importPrivateKey, makeSealingPair, sealTo, unseal } from '../../src/survey/tablets/seal.ts'

const answers: KioskAnswers = {
  id: 'fast-vektor-1',
  survey: 'karlskoga',
  questionnaire: 3,
  site: 'brickegarden',
  language: 'sv',
  answers: { q: 'ja', 'q.other': 'Tvåspråkig läkare – 你好', r: ['a', 'b'], s: 4 },
}

// Made once. Tablets hold answers sealed like this for weeks: whatever changes, it must open.
const vector = {
  privateKey:
    'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgctQg8e25UQ6HadR8m2EcXw0rei18QUQLKZ7zxC5CZRChRANCAARJXFueEVYDB0kPhBHbSu9QvjpRnLiimEZ3oP-TIKugtn4og4HwYpoI6TFpDkTytXhRkXZ5l9gre1YqGikLJyVu',
  sealed: {
    to: 'nyckel-1',
    from: 'BEJd-X-uRDGTzlcngiOFt1hFXKe_Evw6vUVzSOsaY0XTc-Hr4rxRh9jEhy--MrB0AQS7uJQev9tmL7JL1AdFxyE',
    words:
      '8bQcVWWiWbRWBN0owDPu0VwHz2RuekyX-fEdXJpkdbV2BQCE9ZSsWiLCU4V5hVnIkpbajupZhAo_0_9gk6ZbPLp4U4qvJ4dnUAswez9dvAvTTBh3VVe6ZV7BzaVulG4WZ7mMH_PLWR711MOMnSeSiFO2ZXgaWQBtexBbCvPANzs7c-TQJNNakCrkcplMco5ELdAOtVF9phbOeezUsU8eflNqVmymQWdlLJxCNEfNzkWgVwzZStGbsdD8qvZXmZo1Vi2ffdZHIEttZJ-PqMv1vl2E_NpUjrjujL1eWwdmWdPvtZX2a6-N9PVhC-3Rooe3v86mBMLGfbXZKCngcge-jC9jqRaPZSV7pRwiyfEXl00FAIGaVsifVXz-Py73ibNlDcxA_g8-p23Zu4iUxfXVtr4SAq-do5kb16B1DG3HBNY1IU0otGbu_R2bm8-SesaozTlM_ew1f-wwj6dS0pRbn-75byoKMDZcfvPo3h3Fa7YpQMBi0SZReRZwZRz_mLR4f2fTiX_S9DluP3jW8-cW4UOnUq0mKBeWCrEDn21oL2fqE9yQilbN9iHBAgOI6trPX9XVDCYyR_sEbYhsdYRa8C79mxFdmn6qk0EyF3WJ0aKaD805fdsLDOTJhot5wgV5rJOiI7lokqFZOHzlRQVuslBU_Ux6r12b5a3124D2MYtqDPlssF0CKQHPqQWk8q3B',
  },
}

let pair: Awaited<ReturnType<typeof makeSealingPair>>
let privateKey: CryptoKey
const seal = (what: KioskAnswers) => sealTo({ id: 'k1', key: pair.publicKey }, what)

beforeAll(async () => {
  pair = await makeSealingPair()
  privateKey = await importPrivateKey(pair.privateKey)
})

test('what was sealed opens with the private key, and only there', async () => {
  const sealed = await seal(answers)
  expect(await unseal(privateKey, answers.id, sealed)).toEqual(answers)
  const another = await importPrivateKey((await makeSealingPair()).privateKey)
  await expect(unseal(another, answers.id, sealed)).rejects.toThrow()
})

test('an item sealed by an earlier version opens', async () => {
  const key = await importPrivateKey(vector.privateKey)
  expect(await unseal(key, answers.id, vector.sealed)).toEqual(answers)
})

describe('a seal does not open when', () => {
  const opens = (sealed: Sealed, id = answers.id) =>
    unseal(privateKey, id, sealed).then(
      () => true,
      () => false,
    )

  test('the id or the key’s name is another', async () => {
    const sealed = await seal(answers)
    expect(await opens(sealed)).toBe(true)
    expect(await opens(sealed, 'fast-vektor-2')).toBe(false)
    expect(await opens({ ...sealed, to: 'k2' })).toBe(false)
  })

  test('one bit of any byte is another', async () => {
    const sealed = await seal(answers)
    for (const part of ['from', 'words'] as const) {
      const bytes = fromBase64url(sealed[part])
      for (const at of bytes.keys()) {
        const touched = bytes.with(at, bytes[at]! ^ (1 << (at % 8)))
        expect(await opens({ ...sealed, [part]: toBase64url(touched) }), `${part} ${at}`).toBe(
          false,
        )
      }
    }
  })

  test('it is cut, lengthened or not base64url', async () => {
    const sealed = await seal(answers)
    const { from, words } = sealed
    for (const other of ['', words.slice(0, -4), `${words}AAAA`, `${words}=`, ` ${words}`, 'ä']) {
      expect(await opens({ ...sealed, words: other }), other).toBe(false)
    }
    for (const other of ['', from.slice(0, -4), `${from}AAAA`, vector.sealed.from]) {
      expect(await opens({ ...sealed, from: other }), other).toBe(false)
    }
  })
})

test('the same answers are never sealed alike, and few words look like none', async () => {
  const [one, two] = [await seal(answers), await seal(answers)]
  expect(one!.from).not.toBe(two!.from)
  expect(one!.words).not.toBe(two!.words)
  const length = async (text: string) =>
    fromBase64url((await seal({ ...answers, answers: { text } })).words).length
  expect(await length('')).toBe(512 + 16)
  expect(await length('Tack för hjälpen')).toBe(512 + 16)
  expect(await length('å'.repeat(400))).toBe(1024 + 16)
})

test('long answers in any script come back as they were', async () => {
  const text = '👩🏽‍⚕️ بطيء جدًا\u2028\u0000 åäö '.repeat(2000)
  const long = { ...answers, answers: { text } }
  expect(await unseal(privateKey, long.id, await seal(long))).toEqual(long)
})

test('base64url is one text for the same bytes', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  for (const length of [0, 1, 2, 3, 255, 256]) {
    const text = Buffer.from(bytes.slice(0, length)).toString('base64url')
    expect(toBase64url(bytes.slice(0, length))).toBe(text)
    expect(fromBase64url(text)).toEqual(bytes.slice(0, length))
  }
  for (const text of ['A', 'AB', 'AA==', 'A A', '+A', 'AA\n', '/w', 'é']) {
    expect(() => fromBase64url(text), text).toThrow()
  }
})

test('a PIN is known by its key alone', async () => {
  const pin = { salt: 'AAECAwQFBgcICQoLDA0ODw', rounds: 1000 }
  const key = 'tb1uiJF-jBjAdeUuuEJ7vAD5jXMIzVCcSA5EkkK7qsA'
  expect(await pinKey('4711', pin.salt, pin.rounds)).toBe(key)
  expect(await isPin('4711', { ...pin, key })).toBe(true)
  for (const wrong of ['4712', '', '471', '47110', ' 4711']) {
    expect(await isPin(wrong, { ...pin, key }), wrong).toBe(false)
  }
})
