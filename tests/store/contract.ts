import { describe } from 'vitest'
import { countingContract } from './contract/counting.ts'
import { devicesContract } from './contract/devices.ts'
import { draftsContract } from './contract/drafts.ts'
import { keepContract } from './contract/keep.ts'
import { mailContract } from './contract/mail.ts'
import { numbersContract } from './contract/numbers.ts'
import { peopleContract } from './contract/people.ts'
import { purgingContract } from './contract/purging.ts'
import { sealingKeysContract } from './contract/sealing-keys.ts'
import { signInContract } from './contract/sign-in.ts'
import { surveysContract } from './contract/surveys.ts'
import { textsContract } from './contract/texts.ts'
import type { Open } from './fixture.ts'

/** What every store promises; a second one is run through it unchanged. */
export function storeContract(open: Open) {
  describe('surveys', () => surveysContract(open))
  describe('drafts', () => draftsContract(open))
  describe('a response is kept', () => keepContract(open))
  describe('counting', () => countingContract(open))
  describe('the release', () => numbersContract(open))
  describe('texts', () => textsContract(open))
  describe('people', () => peopleContract(open))
  describe('signing in', () => signInContract(open))
  describe('letters', () => mailContract(open))
  describe('devices', () => devicesContract(open))
  describe('purging', () => purgingContract(open))
  describe('sealing keys', () => sealingKeysContract(open))
}
