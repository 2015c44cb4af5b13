import { expect, test } from 'vitest'
import { journeys } from './browser.ts'

/** What a server may send before the first acknowledgement: ten packets of 1460 bytes. */
const FIRST_BURST = 14_600

const here = journeys()

test.each(['sv', 'da', 'en'])(
  'the first view in %s fits the first burst of packets',
  async (lang) => {
    const page = await here.visit('/health/live')
    const network = await page.context().newCDPSession(page)
    await network.send('Network.enable')
    const fetched = new Map<string, { url: string; bytes: number }>()
    network.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => {
      if (!url.startsWith('data:')) fetched.set(requestId, { url, bytes: 0 })
    })
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const found = fetched.get(requestId)
      if (found) found.bytes = encodedDataLength
    })
    await page.goto(`${here.address}/s/karlskoga?lang=${lang}`, { waitUntil: 'networkidle' })

    const all = [...fetched.values()]
    console.log(all)
    expect(all.map(({ url }) => new URL(url).origin)).toEqual([here.address, here.address])
    expect(all.every(({ bytes }) => bytes > 500)).toBe(true)
    expect(all.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(FIRST_BURST)
  },
)
