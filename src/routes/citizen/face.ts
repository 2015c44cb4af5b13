import type { FastifyReply, FastifyRequest } from 'fastify'
import { styleSource } from '../../assets.ts'
import type { IssuedSurvey } from '../../store/store.ts'
import type { Organisation } from '../../survey/organisation.ts'
import { citizenStyle } from '../../pages/citizen/style.ts'
import type { Frame } from '../../pages/frame.tsx'
import type { Deps } from '../deps.ts'
import { pageHeaders } from '../headers.ts'
import { chooseLanguage } from '../language.ts'

export type Face = ReturnType<typeof makeFace>

/** What pages for citizens are framed with, and how they are sent. */
export function makeFace({ assets, interface: { languages, words } }: Deps) {
  const styles = new Map<string, { css: string; headers: ReturnType<typeof pageHeaders> }>()

  function styleOf(organisation?: Organisation, sheet = assets.citizenStyle) {
    const key = `${sheet === assets.resultsStyle} ${organisation?.accent ?? ''}`
    let style = styles.get(key)
    if (!style) {
      const css = citizenStyle(sheet, organisation)
      style = { css, headers: pageHeaders(styleSource(css)) }
      styles.set(key, style)
    }
    return style
  }

  function frame(language: string, path: string, survey?: IssuedSurvey): Frame {
    return {
      language,
      languages: survey?.questionnaire.languages ?? languages,
      words: words(language),
      ...(survey && { organisation: survey.organisation }),
      style: styleOf(survey?.organisation).css,
      script: assets.citizenScript,
      path,
    }
  }

  return {
    frame,
    /** Published results have styles of their own. */
    resultsFrame(language: string, path: string, survey: IssuedSurvey): Frame {
      const { css } = styleOf(survey.organisation, assets.resultsStyle)
      return { ...frame(language, path, survey), style: css }
    },
    resultsHeaders(reply: FastifyReply, language: string, survey: IssuedSurvey): FastifyReply {
      reply.headers(styleOf(survey.organisation, assets.resultsStyle).headers)
      return reply.headers({
        'content-language': language,
        vary: 'Accept-Language, Accept-Encoding',
        'cache-control': 'no-store',
      })
    },
    /** The language for a request, among a survey's languages or the interface's. */
    languageOf(request: FastifyRequest, asked?: unknown, survey?: IssuedSurvey): string {
      const query = request.query as { lang?: unknown }
      return chooseLanguage(
        survey?.questionnaire.languages ?? languages,
        asked ?? query.lang,
        request.headers['accept-language'],
      )
    },
    headers(reply: FastifyReply, language: string, survey?: IssuedSurvey): FastifyReply {
      reply.headers(styleOf(survey?.organisation).headers)
      return reply.headers({
        'content-language': language,
        vary: 'Accept-Language, Accept-Encoding',
        // Not no-store: "back" to a form with faults must find it, and the answers in it.
        'cache-control': 'private, no-cache',
      })
    },
    /** The headers of a page that stands in a frame of the editor. */
    framed(reply: FastifyReply, language: string, survey: IssuedSurvey): FastifyReply {
      const { css } = styleOf(survey.organisation)
      return reply.headers({
        ...pageHeaders(styleSource(css), [], { framed: true }),
        'content-language': language,
        vary: 'Accept-Language, Cookie',
        'cache-control': 'no-store',
      })
    },
  }
}
