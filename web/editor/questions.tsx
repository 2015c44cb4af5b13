import { useState } from 'preact/hooks'
import { listOf, mapOf } from '../../src/survey/draft/tree.ts'
import type { Kind } from '../../src/survey/questionnaire.ts'
import { Adder } from './adder.tsx'
import type { Editor } from './editor.ts'
import { Notes } from './notes.tsx'
import { addQuestion } from './operations.ts'
import { kindOptions, QuestionPart } from './question.tsx'

/** All questions, and a place for the next. */
export function Questions({ editor }: { editor: Editor }) {
  const { say, tree } = editor
  const questions = listOf(tree['questions'])
  return (
    <section aria-labelledby="ed-questions">
      <h2 id="ed-questions">{say('questions.title')}</h2>
      {questions.length === 0 && <p class="ed-explained">{say('questions.none')}</p>}
      <Notes editor={editor} path={['questions']} />
      {questions.map((question, index) => (
        <QuestionPart key={String(mapOf(question)['id'] ?? index)} editor={editor} index={index} />
      ))}
      <NewQuestion editor={editor} />
    </section>
  )
}

function NewQuestion({ editor }: { editor: Editor }) {
  const { say, session, languages, tree } = editor
  const [kind, setKind] = useState<Kind>('choice')
  const add = (words: string) => {
    const place = listOf(tree['questions']).length
    session.change((now) => addQuestion(now, kind, words), undefined, {
      focus: `f-questions.${place}`,
      said: say('said.added', { number: place + 1 }),
    })
  }
  return (
    <div class="ed-new">
      <h3>{say('questions.new')}</h3>
      <div class="ed-line">
        <label for="new-kind">{say('field.kind')}</label>
        <select
          id="new-kind"
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as Kind)}
        >
          {kindOptions(editor).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Adder
        id="new-question"
        label={say('questions.words', { language: editor.called(languages[0] ?? 'sv') })}
        button={say('questions.add')}
        language={languages[0]}
        onAdd={add}
      />
    </div>
  )
}
