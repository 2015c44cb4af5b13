import type { ComponentChildren, ComponentType } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Kind, QuestionOf } from '../../../src/survey/questionnaire.ts'
import { isBlank, isLast, progressOf, questionAt, type Visit } from '../visit.ts'
import type { Words } from '../words.ts'
import type { Fields } from '../../../src/survey/response.ts'
import type { Asking } from './group.tsx'
import { ChoiceField, ChoicesField, ScaleField } from './options.tsx'
import { NumberField } from './number.tsx'
import { RankingField } from './ranking.tsx'
import { OtherField, TextField } from './text.tsx'

const faces: { [K in Kind]: ComponentType<Asking<QuestionOf<K>>> } = {
  choice: ChoiceField,
  choices: ChoicesField,
  scale: ScaleField,
  number: NumberField,
  ranking: RankingField,
  text: TextField,
}

interface Props {
  visit: Visit
  words: Words
  keeping: boolean
  tools: ComponentChildren
  answer: (fields: Fields) => void
  next: () => void
  back: () => void
}

/** One question on one screen. */
export function QuestionScreen({ visit, words, keeping, tools, answer, next, back }: Props) {
  const question = questionAt(visit)
  const { words: other } = visit.at
  const Field = (other ? OtherField : faces[question.kind]) as ComponentType<Asking>
  const main = useTight(visit)
  return (
    <form
      class="screen"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!keeping) next()
      }}
    >
      <header class="top">
        <Progress {...progressOf(visit)} words={words} />
        {tools}
      </header>
      <main key={`${question.id} ${other}`} ref={main}>
        <Field question={question} visit={visit} words={words} answer={answer} />
      </main>
      <footer class="ways">
        <button type="button" class="button plain" aria-disabled={keeping} onClick={back}>
          {words('kiosk:question.back')}
        </button>
        <button type="submit" class="button" aria-disabled={keeping}>
          {words(keeping ? 'kiosk:question.keeping' : onward(visit))}
        </button>
      </footer>
    </form>
  )
}

/** Takes the air out of a screen that would not fit otherwise. */
function useTight(visit: Visit) {
  const main = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const fit = () => {
      const { current } = main
      current?.removeAttribute('data-tight')
      if (current && current.scrollHeight > current.clientHeight) current.dataset['tight'] = ''
    }
    fit()
    addEventListener('resize', fit)
    return () => removeEventListener('resize', fit)
  }, [visit.at, visit.faults])
  return main
}

function onward(visit: Visit): string {
  if (isLast(visit)) return 'send'
  const skips = isBlank(visit) && !questionAt(visit).required
  return skips ? 'kiosk:question.skip' : 'kiosk:question.next'
}

function Progress({ number, total, words }: { number: number; total: number; words: Words }) {
  return (
    <div class="progress">
      <p>{words('kiosk:question.progress', { number, total })}</p>
      <progress value={number} max={total} aria-hidden="true" />
    </div>
  )
}
