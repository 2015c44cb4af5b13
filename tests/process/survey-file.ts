import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, content, text } from '../make.ts'

/** A survey file, always open: no dates. */
export function surveyFile(
  folder: string,
  change: (tree: Record<string, unknown>) => void = () => {},
) {
  const { opens: _, closes: __, privacy, ...rest } = content([ask.choice('val')])
  const questions = [
    {
      id: 'val',
      kind: 'choice',
      text: text('Vad?'),
      options: [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B' },
      ],
    },
  ]
  const tree = { ...rest, privacy: { ...privacy, retainUntil: '2999-01-01' }, questions }
  change(tree)
  const path = join(folder, 'survey.json')
  writeFileSync(path, JSON.stringify(tree, null, 1))
  return { path, tree }
}
