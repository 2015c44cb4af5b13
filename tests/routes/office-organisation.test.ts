import { deflateSync } from 'node:zlib'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../browser-by-hand.ts'
import { ask, content, sites } from '../make.ts'
import { start, type Started } from '../start.ts'
import { sheetsOf } from './scanning.ts'
import { signedIn } from './two-offices.ts'

let svar: Started
let anna: Browser
beforeAll(async () => {
  svar = await start()
  await svar.open(content([ask.text('ord')], { sites: sites('norr') }))
  await svar.addUser('anna@nord.example')
  anna = await signedIn(svar, 'anna@nord.example')
})
afterAll(() => svar.close())

const page = '/office/organisation'
const given = { name: 'Region Nord', email: 'hej@nord.example', phone: '', accent: '#7B2D5F' }
const own = async () => (await svar.store.organisations()).find(({ id }) => id === 'nord')!
const citizens = async () => (await svar.app.inject('/s/prov?lang=sv')).body

describe('name, contact and colour', () => {
  test('are saved, and citizens see them', async () => {
    await anna.get(page)
    expect((await anna.submit(page, given)).headers.location).toBe(`${page}?done=saved`)
    const { name, email, accent } = await own()
    expect([name, email, accent]).toEqual(['Region Nord', 'hej@nord.example', '#7b2d5f'])
    expect(await citizens()).toContain('--accent:#7b2d5f')
  })

  test('a pale colour is refused with the darker one beside it, and nothing typed is lost', async () => {
    await anna.get(page)
    const reply = await anna.submit(page, { ...given, name: 'Ny', accent: '#ffcc00' })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toMatch(/kontrasten är 1,4:1 och måste vara minst 4,5:1/)
    expect(reply.body).toContain('value="Ny"')
    expect((await own()).name).toBe('Region Nord')
  })

  test('a colour can be looked at first', async () => {
    const reply = await anna.submit(page, { ...given, accent: '#1f4e9e', preview: '1' })
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toContain('fill="#1f4e9e"')
    expect((await own()).accent).toBe('#7b2d5f')
  })

  test.each([
    ['name', ''],
    ['email', 'nej'],
    ['phone', 'ring'],
    ['accent', 'red'],
    ['accent', '#12345'],
  ])('%s cannot be "%s"', async (field, value) => {
    const reply = await anna.submit(page, { ...given, [field]: value })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(`href="#${field}"`)
  })
})

const drawn = (inside: string, attributes = 'viewBox="0 0 100 40"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`
const square = '<path d="M10 10h20v20h-20z" fill="#cc0000"/>'
const picture = (width = 40, height = 20, alpha = 128) => {
  const png = new PNG({ width, height })
  png.data.fill(alpha)
  return PNG.sync.write(png)
}

const upload = async (file: string | Buffer, name = 'logotyp.svg') => {
  await anna.get(page)
  return anna.upload(`${page}/logo`, {}, file, name)
}
const served = async () => {
  const { logo } = await own()
  return svar.app.inject(`/logos/${logo!.hash}.${logo!.type}`)
}

describe('a drawn logo', () => {
  test('is served as its own, for ever, and can do nothing', async () => {
    expect((await upload(drawn(square))).headers.location).toContain('done=logo')
    const reply = await served()
    expect(reply.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(reply.body).toContain('M10 10h20v20h-20z')
    const { logo } = await own()
    expect(await citizens()).toContain(
      `<img class="logo" src="/logos/${logo!.hash}.svg" width="100" height="40"`,
    )
  })

  test.each([
    ['a script', `<script>alert(1)</script>${square}`],
    ['a handler', `<g onload="alert(1)">${square}</g>`],
    ['a link', `<a xlink:href="javascript:alert(1)">${square}</a>${square}`],
    [
      'a page',
      `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>${square}`,
    ],
    ['a picture from elsewhere', `<image href="https://evil.example/x.png"/>${square}`],
    ['a use', `<use xlink:href="https://evil.example/x.svg#a"/>${square}`],
    ['an animation', `<animate attributeName="href" values="javascript:alert(1)"/>${square}`],
    ['a style from elsewhere', `<style>@import url(https://evil.example/x.css);</style>${square}`],
    [
      'a paint from elsewhere',
      `<path d="M0 0h9v9z" fill="url(https://evil.example/#a)"/>${square}`,
    ],
    ['a quote in a path', `<path d="M0 0&quot; onload=&quot;alert(1)"/>${square}`],
    ['an instruction', `<?xml-stylesheet href="https://evil.example/x.css"?>${square}`],
  ])('is written anew without %s', async (_what, inside) => {
    expect((await upload(drawn(inside))).statusCode).toBe(303)
    const { body } = await served()
    expect(body).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="[\d. ]+" width="100" height="40">(<path [^<>]*\/>)+<\/svg>\n$/,
    )
    expect(body).not.toMatch(/script|onload|href|evil|style|url|javascript/i)
  })

  test('may be the same in two organisations, and one taking it away leaves the other’s', async () => {
    await svar.open(content([ask.text('ord')], { id: 'annans' }), 'syd')
    await svar.addUser('bo@syd.example', 'syd')
    const bo = await signedIn(svar, 'bo@syd.example')
    await upload(drawn(square))
    await bo.get(page)
    const sent = await bo.upload(`${page}/logo`, {}, drawn(square), 'logotyp.svg')
    expect(sent.headers.location).toContain('done=logo')
    await bo.submit(`${page}/logo/removal`, {})
    expect((await served()).body).toContain('M10 10h20v20h-20z')
  })

  test('keeps classes, groups and shapes as they look', async () => {
    const style = '<style>.a{fill:#00f;stroke:none}</style>'
    const inside = `${style}<g transform="translate(5 5)" opacity=".5"><rect class="a" width="4" height="4"/></g>`
    await upload(drawn(`${inside}<circle cx="9" cy="9" r="3" style="fill:none;stroke:red"/>`))
    const { body } = await served()
    expect(body).toContain('transform="matrix(1 0 0 1 5 5)" fill="#0000ff" fill-opacity="0.5"')
    expect(body).toContain('fill="none" stroke="#ff0000" stroke-width="1"')
  })

  test('tells what of it was left out', async () => {
    const reply = await upload(drawn(`<text>Nord</text><g filter="url(#f)">${square}</g>`))
    const told = await anna.get(reply.headers.location!)
    expect(told.body).toContain('Det här i filen togs inte med: filter, text.')
  })

  test.each([
    ['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${drawn(square)}`, 'DOCTYPE'],
    ['half a file', drawn(square).slice(0, -8), 'ingen hel SVG'],
    ['another root', `<html><svg></svg></html>`, 'ingen hel SVG'],
    ['no size', drawn(square, ''), 'hur stor den är'],
    ['a thread', drawn(square, 'viewBox="0 0 1000 1"'), 'hur stor den är'],
    ['nothing to see', drawn('<text>Nord</text>'), 'inget vi kan visa'],
    ['too much', drawn(square.repeat(2500)), 'för många former'],
    ['no picture', 'GIF89a', 'ingen bild som går att använda'],
    ['nothing', '', 'Välj en fil först.'],
  ])('with %s is refused in words', async (_what, file, words) => {
    const before = (await own()).logo
    const reply = await upload(file, '../../../etc/<img src=x>.svg')
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(words)
    expect(reply.body).not.toContain('<img src=x>')
    expect((await own()).logo).toEqual(before)
  })
})

/** A PNG whose pixels are what one likes. */
const packed = (header: number[], pixels: Buffer) => {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from(header)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
const tiny = [0, 0, 0, 2, 0, 0, 0, 2, 8, 6, 0, 0, 0]

describe('a logo as a picture', () => {
  test('is served as it came, and stands on posters', async () => {
    await upload(picture(), 'logotyp.png')
    expect((await served()).headers['content-type']).toBe('image/png')
    expect((await served()).rawPayload).toEqual(picture())
    const reply = await anna.get('/office/surveys/prov/posters.pdf?size=A4&languages=sv')
    expect(reply.rawPayload.toString('latin1')).toContain('/Subtype /Image')
    expect(await sheetsOf(reply.rawPayload)).toHaveLength(1)
  })

  test.each([
    ['cut short', picture().subarray(0, 60), 'skadad'],
    ['of fewer pixels than it says', packed(tiny, Buffer.alloc(9)), 'skadad'],
    ['of lines that nobody can read', packed(tiny, Buffer.alloc(18, 9)), 'skadad'],
    ['that unpacks to far too much', packed(tiny, Buffer.alloc(5_000_000)), 'skadad'],
    [
      'wider than any screen',
      packed([0, 0, 0x20, 0, ...tiny.slice(4)], Buffer.alloc(9)),
      '4 000 bildpunkter',
    ],
    ['that is half a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'skadad'],
    ['of more than 200 kB', Buffer.concat([picture(), Buffer.alloc(200_000)]), 'högst 200 kB'],
  ])('%s is refused in words', async (_what, file, words) => {
    const reply = await upload(file, 'logotyp.png')
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain(words)
  })

  test('can be taken away, and its address is gone', async () => {
    await upload(picture(), 'logotyp.png')
    const { logo } = await own()
    for (const _ of [1, 2]) {
      expect((await anna.submit(`${page}/logo/removal`, {})).statusCode).toBe(303)
    }
    expect((await own()).logo).toBeUndefined()
    expect((await svar.app.inject(`/logos/${logo!.hash}.png`)).statusCode).toBe(404)
    expect(await citizens()).not.toContain('class="logo"')
    expect(
      await svar.store.audit('nord', { what: 'organisation.logoRemoved' }, { most: 9 }),
    ).toHaveLength(1)
  })
})
