import { useState } from 'preact/hooks'

interface Props {
  id: string
  label: string
  button: string
  language: string | undefined
  onAdd(words: string): void
}

/** Adds an item by its first words, from which its id is made; Enter adds, and the next may follow. */
export function Adder({ id, label, button, language, onAdd }: Props) {
  const [words, setWords] = useState('')
  const add = () => {
    if (!words.trim()) return document.getElementById(id)?.focus()
    onAdd(words.trim())
    setWords('')
  }
  return (
    <div class="ed-adder">
      <label for={id}>{label}</label>
      <div class="ed-adder-row">
        <input
          id={id}
          lang={language}
          autocomplete="off"
          value={words}
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <button type="button" class="button plain" onClick={add}>
          {button}
        </button>
      </div>
    </div>
  )
}
