import { expect } from 'vitest'
import { formOf } from '../form.ts'
import type { Started } from '../start.ts'

/** Someone without script, who answers and comes back with the code. */
export function holder({ app }: Started) {
  const post = (url: string, fields: Record<string, string>, remoteAddress = '192.0.2.7') =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: formOf({ lang: 'sv', ...fields }),
      remoteAddress,
    })

  /** Answers as the page is sent. Returns the page's id and where it led. */
  async function answer(survey: string, answers: Record<string, string>) {
    const page = await app.inject(`/s/${survey}?lang=sv`)
    const [, submission] = /name="submission" value="([^"]+)"/.exec(page.body)!
    const sent = { ...answers, submission: submission! }
    const reply = await post(`/s/${survey}`, sent)
    expect(reply.statusCode).toBe(303)
    return { sent, location: reply.headers.location! }
  }

  return {
    post,
    answer,
    async codeFrom(location: string) {
      const { body } = await app.inject(location)
      return /<p class="code"[^>]*>([^<]+)</.exec(body)?.[1]
    },
    /** Takes a response back, page by page. */
    async withdraw(code: string) {
      const sure = await post('/receipt', { code, at: 'show', next: 'ask' })
      expect(sure.body).toContain('<h1>Vill du ta tillbaka ditt svar?')
      return post('/receipt', { code, at: 'ask', next: 'withdraw' })
    },
  }
}
