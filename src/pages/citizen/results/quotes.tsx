import { longDate } from '../../speech.ts'
import { Part } from '../part.tsx'
import type { ResultsProps } from './view.ts'

/** The words of some who agreed to be quoted, without where they come from. */
export function Quotes({ frame, reader, view }: ResultsProps) {
  const { questionnaire, quotes, quotesGone } = view
  if (quotesGone !== undefined) {
    const date = longDate(quotesGone, frame.language)
    return (
      <Part title={frame.words('publishing:quotes.title')}>
        <p class="muted">{frame.words('keeping:quotes.gone', { date })}</p>
      </Part>
    )
  }
  if (quotes.length === 0) return null
  const asked = questionnaire.questions.filter(({ id }) => quotes.some(({ field }) => field === id))
  return (
    <Part title={frame.words('publishing:quotes.title')}>
      <p class="muted">{frame.words('publishing:quotes.how')}</p>
      {asked.map(({ id, text }) => (
        <figure key={id} class="quoted">
          <figcaption>{reader.text(text)}</figcaption>
          {quotes
            .filter(({ field }) => field === id)
            .map((quote) => (
              <blockquote key={quote.id} dir="auto" lang={quote.language || undefined}>
                {quote.text}
              </blockquote>
            ))}
        </figure>
      ))}
    </Part>
  )
}
