import type { Words } from '../../../survey/draft/describe.ts'
import { localeOf } from '../../speech.ts'
import type { OfficeFrame } from '../frame.tsx'

/** How a draft's fields are called on a page, as in the editor. */
export function draftWords({ words, language }: OfficeFrame): Words {
  const names = new Intl.DisplayNames([localeOf(language)], { type: 'language' })
  return {
    say: (key, values) => words(`editor:${key}`, values),
    called: (one) => (/^[a-z-]{2,20}$/i.test(one) ? (names.of(one) ?? one) : one),
  }
}
