import { randomUUID } from 'node:crypto'
import { formOf } from '../form.ts'

const texts = [
  '',
  '',
  'Det är svårt att komma fram på telefon på morgonen, men personalen är fantastisk.',
  'Ring mig gärna på 070-123 45 67 om ni vill veta mer. Jag är född 850101-1234.',
]

/** A full response to the demo survey of Karlskoga, different each time. */
export function postRequest(): string {
  const pick = <T>(list: T[]) => list[Math.floor(Math.random() * list.length)]!
  const body = formOf({
    submission: randomUUID(),
    lang: 'sv',
    site: pick(['baggangen', 'karolina', 'brickegarden']),
    viktigast: ['tid', pick(['samma', 'telefon', 'nara'])],
    kontakt: pick(['1', '2', '3', '4', '5', 'dontknow']),
    eget: pick(texts),
  })
  return [
    'POST /s/karlskoga HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/x-www-form-urlencoded',
    'Accept-Language: sv-SE,sv;q=0.9',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n')
}

export const getRequest = (path: string, cookie = '') =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: 127.0.0.1',
    'Accept-Encoding: gzip, deflate, br',
    'Accept-Language: sv-SE,sv;q=0.9',
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    '',
    '',
  ].join('\r\n')
