import { placeOf, valueIn } from '../../../survey/draft/describe.ts'
import { differences, named } from '../../../survey/draft/differences.ts'
import type { Path, Tree } from '../../../survey/draft/tree.ts'
import type { Content } from '../../../survey/questionnaire.ts'
import { draftWords } from './draft-words.ts'
import type { OfficeFrame } from '../frame.tsx'

interface Props {
  frame: OfficeFrame
  before: Content
  after: Content
}

/** What a new questionnaire would change, field by field. */
export function Differences({ frame, before, after }: Props) {
  const { words } = frame
  const [was, is] = [asTree(before), asTree(after)]
  const paths = differences(was, is)
  const speech = draftWords(frame)
  const value = (tree: Tree, path: Path) => valueIn(speech, named(tree, path))
  return (
    <section class="read-part" aria-labelledby="differences">
      <h2 id="differences">{words('life:differences.title')}</h2>
      {paths.length === 0 && <p>{words('life:differences.none')}</p>}
      <dl class="differences">
        {paths.map((path) => (
          <div key={path.join('.')}>
            <dt>{placeOf(speech, is, path)}</dt>
            <dd>
              <span class="unseen">{words('life:differences.before')}</span>{' '}
              <del>{value(was, path)}</del>
            </dd>
            <dd>
              <span class="unseen">{words('life:differences.after')}</span>{' '}
              <ins>{value(is, path)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The ends of a scale under the names that they have in the editor; a number is no difference. */
function asTree(content: Content): Tree {
  const { number: _, ...tree } = { number: 0, ...structuredClone(content) }
  const questions = tree.questions.map((question) => {
    if (question.kind !== 'scale') return question
    const { fromText, toText, from, to, ...rest } = question
    return { ...rest, from: { value: from, text: fromText }, to: { value: to, text: toText } }
  })
  return { ...tree, questions }
}
