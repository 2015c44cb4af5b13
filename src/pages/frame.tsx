import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Words } from '../i18n.ts'
import { directionOf } from '../survey/language.ts'
import type { Organisation } from '../survey/organisation.ts'

/** What every citizen page is set in. */
export interface Frame {
  language: string
  /** those of the survey, or of the interface for general pages */
  languages: string[]
  words: Words
  organisation?: Organisation
  /** complete CSS, from `citizenStyle` */
  style: string
  /** address of the module script */
  script: string
  /** of this page, for the language links, e.g. `/s/karlskoga` */
  path: string
  /** shown from a draft, inside the editor: nothing can be sent, and nothing leads away */
  preview?: boolean
}

export interface Sheet {
  language: string
  words: Words
  title: string
  /** complete CSS, inlined as the only style element */
  style?: string
  /** or the address of a stylesheet */
  stylesheet?: string
  /** address of a module script */
  script?: string
  /** what else the head says, of pages that are shared and found */
  head?: ComponentChildren
}

// In the page, so that no browser asks for /favicon.ico.
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
  "%3Cpath fill='%230b5f66' d='M2 2h12v9H7l-3 3v-3H2z'/%3E%3C/svg%3E"

/** A whole HTML document: head, skip link and what stands in the body. */
export function renderDocument(sheet: Sheet, body: ComponentChildren): string {
  const { language, words, title, style, stylesheet, script, head } = sheet
  const html = renderToString(
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href={icon} />
        {style && <style dangerouslySetInnerHTML={{ __html: style }} />}
        {stylesheet && <link rel="stylesheet" href={stylesheet} />}
        {head}
        {script && <script type="module" src={script} />}
      </head>
      <body>
        <a class="skip unseen" href="#main">
          {words('citizen:skip')}
        </a>
        {body}
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}
