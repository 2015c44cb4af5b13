import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Assets = ReturnType<typeof loadAssets>

/** What `vite build` made for the browser, by its manifest. */
export function loadAssets(folder: string) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string; imports?: string[] }
  >
  const entry = (source: string) => {
    const found = manifest[source]
    if (!found) throw new Error(`${source} is not built; run "npm run build"`)
    return found
  }
  const file = (source: string) => entry(source).file
  const imported = (source: string): string[] =>
    (entry(source).imports ?? []).flatMap((each) => [`/${file(each)}`, ...imported(each)])
  return {
    folder,
    citizenScript: `/${file('web/citizen.ts')}`,
    dashboardScript: `/${file('web/dashboard.ts')}`,
    editorScript: `/${file('web/editor.tsx')}`,
    receiptScript: `/${file('web/receipt.ts')}`,
    passkeyScript: `/${file('web/passkey.ts')}`,
    textRoomScript: `/${file('web/text-room.ts')}`,
    officeStyle: `/${file('web/styles/office.css')}`,
    /** inlined into citizen pages, so that the first view is two requests */
    citizenStyle: readFileSync(join(folder, file('web/styles/citizen.css')), 'utf8').trim(),
    /** the same for published results */
    resultsStyle: readFileSync(join(folder, file('web/styles/results.css')), 'utf8').trim(),
    kiosk: {
      script: `/${file('web/kiosk/kiosk.tsx')}`,
      /** what the script needs in turn, each once: a worker that is told twice keeps nothing */
      imported: [...new Set(imported('web/kiosk/kiosk.tsx'))],
      style: `/${file('web/styles/kiosk.css')}`,
      /** the text of the service worker, still without the list of what it keeps */
      worker: readFileSync(join(folder, file('web/kiosk/worker.ts')), 'utf8'),
      icons: [192, 512].map((size) => ({
        src: `/${file(`web/kiosk/icons/icon-${size}.png`)}`,
        size,
      })),
    },
  }
}

/** The source expression that lets one inline style through the content security policy. */
export const styleSource = (css: string) =>
  `'sha256-${createHash('sha256').update(css).digest('base64')}'`
