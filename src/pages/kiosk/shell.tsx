import { renderToString } from 'preact-render-to-string'
import type { Words } from '../../i18n.ts'
import { LIGHT } from '../../survey/color/accent.ts'
import { directionOf } from '../../survey/language.ts'
import type { KioskPreview } from '../../survey/tablets/kiosk.ts'

export interface KioskShell {
  language: string
  words: Words
  /** addresses */
  script: string
  style: string
  icon: string
  /** of the program, which tells it to the office */
  version: string
}

/** The page that a tablet opens: no data in it, everything else is the script's. */
export function kioskShell({ language, words, script, style, icon, version }: KioskShell): string {
  const html = renderToString(
    <html lang={language} dir={directionOf(language)} class="notranslate" data-version={version}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <title>{words('service')}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content={LIGHT.paper} />
        <meta name="google" content="notranslate" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <meta name="referrer" content="no-referrer" />
        <meta name="mobile-web-app-capable" content="yes" />
        <meta name="apple-mobile-web-app-capable" content="yes" />
        <link rel="manifest" href="/kiosk/manifest.webmanifest" />
        <link rel="icon" href={icon} />
        <link rel="apple-touch-icon" href={icon} />
        <link rel="stylesheet" href={style} />
        <script type="module" src={script} />
      </head>
      <body>
        <div id="kiosk" />
        <noscript>
          <p>{words('kiosk:noScript')}</p>
        </noscript>
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}

type Preview = Omit<KioskShell, 'icon' | 'version'> & KioskPreview

/** The tablet's screens with a draft, for a frame of the editor. */
export function kioskPreview(shown: Preview): string {
  const { language, words, script, style, organisation, questionnaire } = shown
  const html = renderToString(
    <html lang={language} dir={directionOf(language)} class="notranslate">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words('service')}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="stylesheet" href={style} />
        <script type="module" src={script} />
      </head>
      <body>
        <div id="kiosk" data-preview={JSON.stringify({ organisation, questionnaire })} />
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}

/** What a tablet needs to know to install the page as an app of its own. */
export const kioskManifest = (name: string, icons: { src: string; size: number }[]) => ({
  id: '/kiosk',
  name,
  short_name: name,
  start_url: '/kiosk',
  scope: '/kiosk',
  display: 'fullscreen',
  orientation: 'any',
  background_color: LIGHT.paper,
  theme_color: LIGHT.paper,
  icons: icons.map(({ src, size }) => ({
    src,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: 'any maskable',
  })),
})
