import { expect, test } from 'vitest'
import { readBounce, tokensIn } from '../../src/mail/bounce.ts'
import { returned, TOKEN as token } from './returned.ts'

test('a mailbox that is gone is told by status and action together', () => {
  expect(readBounce(returned())).toEqual({ tokens: [token, token], isGone: true })
  expect(readBounce(returned().replaceAll('\r\n', '\n')).isGone).toBe(true)
  for (const gone of [
    { status: '5.1.10' },
    { status: '5.1.1 (off)' },
    { status: '5.0.0', told: '550-5.1.1 no such' },
  ]) {
    expect(readBounce(returned(gone)).isGone, JSON.stringify(gone)).toBe(true)
  }
  for (const kept of [
    { status: '4.2.2' },
    { action: 'delayed', status: '4.4.1' },
    { action: 'delayed' },
    { action: 'delivered', status: '2.0.0' },
    { status: '5.7.1' },
    { status: '5.0.0' },
    { status: '5.1.8' },
    { status: '5.2.2' },
    { status: '5.3.4' },
    { status: '5.4.4' },
    { status: '5.2.1' },
    { status: '5.0.0', told: '550-5.7.1 blocked' },
    { status: '5.4.4', told: '550 5.1.1 no such' },
    { type: 'feedback-report' },
    { type: 'disposition-notification' },
  ]) {
    expect(readBounce(returned(kept)).isGone, JSON.stringify(kept)).toBe(false)
  }
})

test('holidays, people and nonsense are nobody gone', () => {
  const holiday = `To: retur+${token}@x.se\nAuto-Submitted: auto-replied\n\nStatus: 5.1.1\nAction: failed`
  expect(readBounce(holiday)).toEqual({ tokens: [token], isGone: false })
  for (const odd of [
    '',
    '\n',
    '\0',
    ':',
    'Content-Type: multipart/report',
    `${'--'.repeat(9999)}`,
  ]) {
    expect(readBounce(odd)).toEqual({ tokens: [], isGone: false })
  }
  const within = returned().replace('--=_x--', '')
  expect(readBounce(within).isGone).toBe(true)
})

test('tokens are what stands between + and @, in letters of any size', () => {
  expect(tokensIn(`Retur+${token.toUpperCase()}@X.se, b+c@d.se`)).toEqual([token])
})
