import { DOMParser } from '@xmldom/xmldom'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Results } from '../../src/survey/results.ts'
import type { Browser } from '../browser-by-hand.ts'
import { expectSoundHtml } from '../html.ts'
import { ACT, type Started } from '../start.ts'
import { anyone, edition, publish, publishes, released, undertaking } from './publishing.ts'

const hostile = `</title><script>alert(1)</script> "&amp; ]]> {{x}} \u202e`
const many = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`plats${index}`, index < 38 ? 10 + (index % 4) : 3]),
)

let svar: Started
let office: Browser

beforeAll(async () => {
  ;({ svar, office } = await released(many))
  await publishes(office, {
    'summary.sv': hostile,
    sites: ['val', 'flera', 'skala', 'ordning'],
    licence: 'CC0-1.0',
  })
  const did = { ...undertaking, 'said.sv': hostile }
  await office.submit(`${publish}/undertakings/forsta-sak`, did)
}, 60_000)
afterAll(() => svar.close())

const get = (path: string) => anyone(svar, `/s/prov/results${path}`)

describe('the page', () => {
  test('of four questions at forty sites is less than 40 kB over the wire', async () => {
    const reply = await anyone(svar, '/s/prov/results?lang=sv', { 'accept-encoding': 'gzip' })
    expect(reply.body).not.toBe('')
    const headers = JSON.stringify(reply.headers).length
    expect(reply.rawPayload.length + headers).toBeLessThan(40_000)
    const plain = (await get('?lang=sv')).body
    expect(plain.match(/Plats37 vårdcentral/g)!.length).toBeGreaterThan(4)
    // Nothing else is fetched.
    expect(plain).not.toMatch(/<(img|iframe|object|video)|src="|rel="stylesheet"|url\(/)
    expect(gzipSync(plain).length).toBeGreaterThan(5000)
  })

  test('names the small sites that stand together, and why', async () => {
    const { body } = await get('?lang=sv')
    expect(body).toContain('Platser med färre än tio svar slås ihop')
    expect(body).toMatch(/Plats38 vårdcentral.*Plats39 vårdcentral/s)
    const { groups } = (await anyone(svar, '/api/surveys/prov/results')).json() as Results
    expect(groups.map(({ id }) => id)).not.toContain('plats39')
  })

  test('holds words as words, whatever they look like', async () => {
    const { body } = await get('?lang=sv')
    await expectSoundHtml(body)
    expect(body).not.toContain('<script>alert')
    expect(body).toContain('&lt;script>alert(1)')
  })

  test('says where it is, for those who share and find it', async () => {
    const { body } = await get('?lang=da')
    expect(body).toContain(
      '<link rel="canonical" href="https://svar.example/s/prov/results?lang=da"/>',
    )
    expect(body).toContain('<meta property="og:title" content="Resultater: Vården nära dig"/>')
    expect(body).toContain('<meta name="description" content="I vil vente kortere."/>')
  })
})

describe('the feed', () => {
  const read = async (language: string) => {
    const reply = await get(`.atom?lang=${language}`)
    expect(reply.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    const onError = (_level: string, message: string) => {
      throw new Error(message)
    }
    const feed = new DOMParser({ onError }).parseFromString(reply.body, 'text/xml').documentElement!
    const texts = (name: string) =>
      [...feed.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)].map(
        ({ textContent }) => textContent,
      )
    return { feed, texts }
  }

  test('is well-formed Atom in each language, with what an entry has to have', async () => {
    const { feed, texts } = await read('sv')
    expect(feed.getAttribute('xml:lang')).toBe('sv')
    expect(texts('name')).toEqual(['nord'])
    expect(texts('entry')).toHaveLength(2)
    expect(texts('id')).toHaveLength(3)
    expect(new Set(texts('id')).size).toBe(3)
    for (const at of texts('updated')) expect(Number.isNaN(Date.parse(at!))).toBe(false)
    expect(texts('summary')).toContain(hostile.trim())
    expect((await read('da')).texts('summary')).toContain(undertaking['did.da'])
  })

  test('keeps the ids of what changes, and says when it changed', async () => {
    const before = await read('sv')
    svar.setClock('2026-09-10T10:00:00+02:00')
    await office.get(publish)
    const next = { ...undertaking, version: '2', state: 'done' }
    await office.submit(`${publish}/undertakings/forsta-sak`, next)
    const after = await read('sv')
    expect(after.texts('id').toSorted()).toEqual(before.texts('id').toSorted())
    expect(after.texts('updated').toSorted().at(-1)).toBe('2026-09-10T08:00:00Z')
    expect(after.texts('published')).toEqual(before.texts('published'))
  })
})

describe('the description for catalogues', () => {
  interface Node extends Record<string, unknown> {
    '@id': string
    '@type': string
  }
  const read = async (url: string) => {
    const reply = await anyone(svar, url)
    expect(reply.headers['content-type']).toContain('application/ld+json')
    expect(reply.headers['access-control-allow-origin']).toBe('*')
    const { '@context': context, '@graph': graph } = reply.json() as {
      '@context': Record<string, string>
      '@graph': Node[]
    }
    return { context, graph }
  }

  test.each(['/s/prov/results.jsonld', '/api/catalog.jsonld'])(
    '%s is a graph that holds together',
    async (url) => {
      const { context, graph } = await read(url)
      const names = new Set<string>()
      const ids = new Set<string>()
      const walk = (value: unknown): void => {
        if (Array.isArray(value)) return value.forEach(walk)
        if (typeof value !== 'object' || value === null) return
        for (const [name, child] of Object.entries(value)) {
          if (!name.startsWith('@')) names.add(name)
          if (name === '@type') names.add(String(child))
          if (name === '@id') ids.add(String(child))
          walk(child)
        }
      }
      walk(graph)
      for (const name of names) expect(context).toHaveProperty(name.split(':')[0]!)
      for (const id of ids) expect(URL.canParse(id), id).toBe(true)
      const own = [...ids].filter((id) => /#|catalog\.jsonld/.test(id))
      const described = graph.map((one) => one['@id'])
      expect(own.filter((id) => !described.includes(id))).toEqual([])
      expect(new Set(described).size).toBe(described.length)
    },
  )

  test('has what the Swedish and Danish portals ask for', async () => {
    const { graph } = await read('/api/catalog.jsonld')
    const of = (type: string) => graph.filter((one) => one['@type'] === type)
    const must: Record<string, string[]> = {
      'dcat:Catalog': ['title', 'description', 'publisher', 'license', 'language'],
      'dcat:Dataset': [
        'title',
        'description',
        'publisher',
        'issued',
        'modified',
        'language',
        'temporal',
        'spatial',
        'accessRights',
        'identifier',
      ],
      'dcat:Distribution': ['license', 'format', 'title', 'issued', 'modified'],
    }
    for (const [type, names] of Object.entries(must)) {
      expect(of(type).length).toBeGreaterThan(0)
      for (const one of of(type)) {
        for (const name of names) expect(one, type).toHaveProperty([`dcterms:${name}`])
      }
    }
    const [dataset] = of('dcat:Dataset')
    expect(dataset!['dcterms:title']).toEqual([
      { '@language': 'sv', '@value': 'Vården nära dig' },
      { '@language': 'da', '@value': 'Vården nära dig' },
    ])
    expect(dataset!['dcat:contactPoint']).toMatchObject({
      '@type': 'vcard:Organization',
      'vcard:hasEmail': { '@id': 'mailto:kontakt@exempel.example' },
    })
    for (const one of of('dcat:Distribution')) {
      const { '@id': download } = one['dcat:downloadURL'] as { '@id': string }
      const reply = await anyone(svar, download.replace('https://svar.example', ''))
      expect(reply.statusCode).toBe(200)
      const { '@id': type } = one['dcat:mediaType'] as { '@id': string }
      expect(reply.headers['content-type']).toContain(type.split('media-types/')[1])
    }
  })

  test('the API describes its door, and that published results need no token', async () => {
    const { paths } = (await anyone(svar, '/api/openapi.json')).json() as {
      paths: Record<string, { get: { security?: object[] } }>
    }
    expect(paths).toHaveProperty(['/api/catalog.jsonld'])
    expect(paths['/api/surveys/{survey}/results']!.get.security).toContainEqual({})
  })
})

test('nobody drafts for another organisation', async () => {
  await svar.open({ ...(await svar.store.issued('prov'))!.draft, id: 'annans' }, 'syd')
  await office.get(publish)
  const foreign = await office.submit('/office/surveys/annans/publish', edition)
  const nobodys = await office.submit('/office/surveys/finns-inte/publish', edition)
  expect([foreign.statusCode, nobodys.statusCode]).toEqual([404, 404])
  expect(await svar.store.editionDraft('syd', 'annans')).toBeUndefined()
})

test('there may be a hundred undertakings, and whoever writes one more is told so', async () => {
  const both = { sv: 'En sak.', da: 'En ting.' }
  const body = { said: both, did: both, goal: {}, state: 'decided', on: '2026-09-09' } as const
  for (let number = 2; number <= 100; number += 1) {
    const one = { id: `nummer-${number}`, version: 1, body }
    expect(await svar.store.saveUndertaking('nord', 'prov', one, ACT)).toBe('done')
  }
  await office.get(publish)
  const reply = await office.submit(`${publish}/undertakings/hundra-och-en`, undertaking)
  expect([reply.statusCode, /högst 100 /.test(reply.body)]).toEqual([422, true])
  expect(reply.body).toContain('Vi öppnar tidboken en kväll i veckan.')
  await expectSoundHtml(reply.body)
  const next = { ...undertaking, version: '2' }
  expect((await office.submit(`${publish}/undertakings/nummer-2`, next)).statusCode).toBe(303)
})
