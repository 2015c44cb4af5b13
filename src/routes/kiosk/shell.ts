import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { kioskManifest, kioskShell } from '../../pages/kiosk/shell.tsx'
import type { Deps } from '../deps.ts'
import { pageHeaders } from '../headers.ts'
import { chooseLanguage } from '../language.ts'

const MANIFEST = '/kiosk/manifest.webmanifest'

/** The page that a tablet opens, and what lets it open without network. */
export function shellRoutes(
  app: FastifyInstance,
  { assets, interface: { languages, words } }: Deps,
) {
  const { script, imported, style, icons, worker } = assets.kiosk
  const icon = icons[0]!.src
  const manifest = JSON.stringify(kioskManifest(words(languages[0]!)('service'), icons))
  const shell = (language: string, version: string) =>
    kioskShell({ language, words: words(language), script, style, icon, version })
  // The names of script, style and icons change with what is in them.
  const empty = languages.map((language) => shell(language, ''))
  const version = hashOf([...empty, manifest, worker].join('\n'))
  const files = ['/kiosk', script, ...imported, style, MANIFEST, ...icons.map(({ src }) => src)]
  const shells = new Map(languages.map((language) => [language, shell(language, version)]))

  app.get('/kiosk', (request, reply) => {
    const language = chooseLanguage(languages, undefined, request.headers['accept-language'])
    reply.headers({
      ...pageHeaders("'self'", ["worker-src 'self'", "manifest-src 'self'"]),
      'content-language': language,
      vary: 'Accept-Language',
      'cache-control': 'no-cache',
    })
    return reply.send(shells.get(language))
  })

  app.get(MANIFEST, (_request, reply) =>
    reply
      .headers({ 'content-type': 'application/manifest+json', 'cache-control': 'no-cache' })
      .send(manifest),
  )

  app.get('/kiosk/worker.js', (_request, reply) =>
    reply
      .headers({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-cache',
        'service-worker-allowed': '/kiosk',
      })
      .send(`self.parts=${JSON.stringify({ version, files })};\n${worker}`),
  )
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
