import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { languages } from '../words.ts'
import { directionOf, languageName } from '../../../src/survey/language.ts'
import { useWords } from './hooks.ts'

/** A heading that takes the focus when its screen comes, so that it is read first. */
export function Heading({ children, id }: { children: ComponentChildren; id?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Not later: a field that has been touched meanwhile would lose the focus, and what is written.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h1 ref={heading} tabIndex={-1} id={id}>
      {children}
    </h1>
  )
}

interface DialogProps {
  title: string
  children: ComponentChildren
  /** what Escape, or a touch beside it, means */
  onDismiss: () => void
}

/** Asks something over the screen, and holds the focus meanwhile. */
export function Dialog({ title, children, onDismiss }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const newest = useRef(onDismiss)
  newest.current = onDismiss
  useEffect(() => {
    const shown = dialog.current!
    const beside = ({ target }: Event) => target === shown && newest.current()
    shown.showModal()
    shown.addEventListener('click', beside)
    return () => {
      shown.removeEventListener('click', beside)
      shown.close()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      aria-labelledby="asked"
      aria-describedby="asked-more"
      onCancel={(event) => {
        event.preventDefault()
        onDismiss()
      }}
    >
      <div class="asked">
        <h2 id="asked">{title}</h2>
        {children}
      </div>
    </dialog>
  )
}

/** The same words in each language of the tablet, for everyone who passes. */
export function Everyone({
  phrase,
}: {
  phrase: 'none' | 'pause' | 'full' | 'revoked' | 'unknown'
}) {
  return (
    <main class="calm">
      {languages.map((language, index) => (
        <Said key={language} language={language} phrase={phrase} heading={index === 0} />
      ))}
    </main>
  )
}

function Said(props: { language: string; phrase: string; heading: boolean }) {
  const { language, phrase, heading } = props
  const words = useWords(language)
  const title = words(`kiosk:calm.${phrase}.title`)
  return (
    <section lang={language} dir={directionOf(language)}>
      {heading ? <Heading>{title}</Heading> : <p class="title">{title}</p>}
      <p>{words(`kiosk:calm.${phrase}.text`)}</p>
    </section>
  )
}

interface SwitchProps {
  language: string
  label: string
  choose: (language: string) => void
}

export const Languages = ({ language, label, choose }: SwitchProps) => (
  <nav class="languages" aria-label={label}>
    {languages.map((each) => (
      <button
        key={each}
        type="button"
        lang={each}
        aria-pressed={each === language}
        onClick={() => choose(each)}
      >
        {languageName(each)}
      </button>
    ))}
  </nav>
)
