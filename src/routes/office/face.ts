import type { FastifyReply, FastifyRequest } from 'fastify'
import { link } from '../../pages/link.ts'
import type { OfficeFrame } from '../../pages/office/frame.tsx'
import type { Deps } from '../deps.ts'
import { pageHeaders } from '../headers.ts'
import { chooseLanguage } from '../language.ts'

export type OfficeFace = ReturnType<typeof makeOfficeFace>

/** Where a form leads on to, in the language that was chosen for it. */
export function onward(
  request: FastifyRequest,
  path: string,
  query: Record<string, string> = {},
): string {
  const { lang } = request.query as { lang?: unknown }
  return link(path, { ...query, lang: typeof lang === 'string' ? lang : undefined })
}

/** What office pages are framed with, and how they are sent. */
export function makeOfficeFace({ assets, interface: face, store }: Deps) {
  const { officeLanguages: languages, languages: surveyLanguages, words } = face
  const page = pageHeaders("'self'")
  const framing = pageHeaders("'self'", [], { frames: true })
  return {
    async frame(
      request: FastifyRequest,
      reply: FastifyReply,
      { frames }: { frames?: boolean } = {},
    ): Promise<OfficeFrame> {
      const { lang } = request.query as { lang?: unknown }
      const language = chooseLanguage(languages, lang, request.headers['accept-language'])
      const { user } = request
      const all = user ? await store.organisations() : []
      const organisation = all.find(({ id }) => id === user?.organisation)
      reply.headers({
        ...(frames ? framing : page),
        'content-language': language,
        vary: 'Accept-Language, Cookie',
        'cache-control': 'no-store',
      })
      return {
        language,
        languages,
        surveyLanguages,
        languageChosen: lang === language,
        words: words(language),
        assets,
        ...(organisation && { organisation }),
        ...(user && { user: { name: user.name, role: user.role, confined: user.confined } }),
        csrf: reply.generateCsrf(),
        path: request.url.split('?')[0]!,
      }
    },
  }
}
