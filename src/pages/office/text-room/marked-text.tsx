import type { Comment } from '../../../survey/text/comment.ts'
import { piecesOf } from '../../../survey/text/marked.ts'
import type { Place } from '../../../survey/text/search.ts'
import type { Reader } from '../reader.ts'

interface Props {
  reader: Reader
  comment: Pick<Comment, 'text' | 'language'>
  found?: Place[]
}

/** What someone wrote: what is masked is marked for eyes and ears, what was searched for is too. */
export function MarkedText({ reader, comment: { text, language }, found = [] }: Props) {
  return (
    <blockquote
      class="comment-words"
      dir="auto"
      lang={language && language !== reader.language ? language : undefined}
    >
      {piecesOf(text, found).map(({ words, masked, found: hit }, index) => {
        if (masked) return <Masked key={index} reader={reader} words={words} />
        if (hit) return <mark key={index}>{words}</mark>
        return words
      })}
    </blockquote>
  )
}

function Masked({ reader, words }: { reader: Reader; words: string }) {
  const kind = words.slice(1, -1)
  const said = reader.words(`text-room:mask.${kind === '…' ? 'words' : kind}`)
  return (
    <span class="masked" lang={reader.language}>
      [{said}]
    </span>
  )
}
