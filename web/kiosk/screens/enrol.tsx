import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { plainLook, show } from '../look.ts'
import { secretive } from './field.ts'
import { Heading, Languages } from './frame.tsx'
import { useWords } from './hooks.ts'
import type { Stage } from './stage.ts'

interface Props {
  stage: Stage
  language: string
  setLanguage: (language: string) => void
  /** from the address of the office's QR code */
  code: string | undefined
  back?: () => void
}

type Fault = 'short' | 'cannot-keep' | 'code-unknown' | 'too-many' | 'offline'

/** The tablet gets its place with a code from the office. */
export function Enrol({ stage, language, setLanguage, code, back }: Props) {
  const words = useWords(language)
  const [typed, setTyped] = useState(code ?? '')
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => show(stage.page.document, language, plainLook), [language])
  useEffect(() => {
    if (code) void connect(code)
  }, [])

  async function connect(given: string) {
    if (busy) return
    setFault(undefined)
    if (given.replace(/[^\p{L}\p{N}]/gu, '').length < 8) return refuse('short')
    setBusy(true)
    const said = await stage.station.enrol(given)
    setBusy(false)
    if (said === 'enrolled') back?.()
    else refuse(said)
  }
  function refuse(why: Fault) {
    setFault(why)
    field.current?.focus()
  }
  return (
    <form
      class="screen staff"
      autocomplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void connect(typed)
      }}
    >
      <header class="top">
        <Languages language={language} label={words('kiosk:staff.language')} choose={setLanguage} />
      </header>
      <main>
        <Heading>{words('kiosk:enrol.title')}</Heading>
        <p id="help">{words('kiosk:enrol.text')}</p>
        {fault && (
          <p class="wrong" id="wrong">
            {words(`kiosk:enrol.fault.${fault}`)}
          </p>
        )}
        <label for="code">{words('kiosk:enrol.code')}</label>
        <input
          ref={(element) => {
            field.current = element
            secretive(element)
          }}
          id="code"
          class="code"
          type="text"
          dir="ltr"
          autocapitalize="characters"
          maxLength={20}
          aria-describedby={fault ? 'help wrong' : 'help'}
          aria-invalid={fault ? true : undefined}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </main>
      <footer class="ways">
        {back && (
          <button type="button" class="button plain" onClick={back}>
            {words('kiosk:question.back')}
          </button>
        )}
        <button type="submit" class="button" aria-disabled={busy}>
          {words(busy ? 'kiosk:enrol.connecting' : 'kiosk:enrol.connect')}
        </button>
      </footer>
    </form>
  )
}
