import { mergeBelow } from '../../../survey/groups.ts'
import { numberWord } from '../../speech.ts'
import { Part } from '../part.tsx'
import type { ResultsProps } from './view.ts'

/** How the numbers came about, what is not shown, and why. */
export function Made({ frame, reader, view, unpicked }: ResultsProps & { unpicked: number }) {
  const { language, words } = frame
  const { release, edition } = view
  const withheld = release.groups.some(({ questions }) => questions.some((one) => one.withheld))
  const k = numberWord(release.smallestGroup, language, words)
  const limit = numberWord(mergeBelow(release.smallestGroup), language, words)
  const bySite = edition.questions.some(({ sites }) => sites)
  const lines = [
    words('publishing:made.who'),
    words('publishing:made.anonymous', { k }),
    ...(bySite ? [words('publishing:made.sites', { limit })] : []),
    ...(withheld ? [words('publishing:made.withheld', { k })] : []),
    ...(unpicked > 0
      ? [
          words('publishing:made.unpicked', {
            count: unpicked,
            number: reader.numbers.count(unpicked),
          }),
        ]
      : []),
    words('publishing:made.chance'),
  ]
  return (
    <Part title={words('publishing:made.title')}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Part>
  )
}
