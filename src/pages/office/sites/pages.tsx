import { type OfficeFrame, officePath } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'

interface Props {
  frame: OfficeFrame
  path: string
  query: Record<string, string>
  page: number
  pages: number
}

/** The way from page to page of a long list. */
export function Pages({ frame, path, query, page, pages }: Props) {
  if (pages < 2) return null
  const { words, language } = frame
  const { count } = numbersIn(language)
  const to = (number: number) => officePath(frame, path, { ...query, page: String(number) })
  return (
    <nav class="paging" aria-label={words('sites:pages.label')}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {words('sites:pages.before')}
        </a>
      )}
      <span class="paging-here">
        {words('sites:pages.here', { page: count(page), pages: count(pages) })}
      </span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {words('sites:pages.after')}
        </a>
      )}
    </nav>
  )
}
