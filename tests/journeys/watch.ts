import type { Page } from 'playwright-core'

/** Reports what a page must not do: errors, refused styles, lost files, other origins. */
export function watch(page: Page, address: string, report: (said: string) => void) {
  page.on('console', (message) => {
    // A refusal is a part of many journeys; a lost file is caught below.
    if (message.text().startsWith('Failed to load resource')) return
    if (['error', 'warning'].includes(message.type())) report(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => report(`error: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${address}/`) && !url.startsWith('data:')) report(`fetched ${url}`)
  })
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (response.status() < 400 || ['document', 'fetch'].includes(kind)) return
    report(`${response.status()} for ${response.url()}`)
  })
}
