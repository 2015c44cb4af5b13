import type { ComponentChildren } from 'preact'
import type { Frame } from '../frame.tsx'
import { link } from '../link.ts'
import { citizenPage } from './shell.tsx'

export type ReceiptFault = 'missing' | 'code' | 'unknown'

interface Asking {
  /** as it was typed */
  code?: string
  fault?: ReceiptFault
  /** too many asked from there */
  wait?: boolean
  /** address of the module script */
  script: string
}

/** Asks for the code of a response. */
export function receiptPage(frame: Frame, view: Asking): string {
  const { words } = frame
  const { fault, wait, script } = view
  return citizenPage({
    frame,
    title: words('receipt:ask.title'),
    form: 'plain',
    faulty: fault !== undefined,
    head: <script type="module" src={script} />,
    children: (
      <>
        {fault && (
          <Notice fault title={words('problems.title')}>
            <a href="#code">{words(`receipt:fault.${fault}`)}</a>
          </Notice>
        )}
        {wait && (
          <Notice title={words('receipt:wait.title')}>
            <p>{words('receipt:wait.text')}</p>
          </Notice>
        )}
        <h1>{words('receipt:ask.title')}</h1>
        <p class="intro">{words('receipt:ask.intro')}</p>
        <CodeForm frame={frame} view={view} />
        <p>{words('receipt:ask.lost')}</p>
      </>
    ),
  })
}

interface NoticeProps {
  title: string
  fault?: boolean
  children: ComponentChildren
}

const Notice = ({ title, fault, children }: NoticeProps) => (
  // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is wrong is met first
  <div class={fault ? 'notice fault' : 'notice'} role="alert" tabindex={-1} autofocus>
    <h2>{title}</h2>
    {children}
  </div>
)

function CodeForm({ frame, view }: { frame: Frame; view: Asking }) {
  const { language, words } = frame
  const { code, fault } = view
  return (
    <form id="answers" method="post" action={link('/receipt')} autocomplete="off" novalidate>
      <input type="hidden" name="lang" value={language} />
      <input type="hidden" name="at" value="form" />
      <div class={fault ? 'question address faulty' : 'question address'}>
        <label for="code">{words('receipt:ask.code')}</label>
        <p class="help" id="code.hint">
          {words('receipt:ask.hint')}
        </p>
        {fault && (
          <p class="wrong" id="code.fault">
            {words(`receipt:fault.${fault}`)}
          </p>
        )}
        <input
          id="code"
          name="code"
          type="text"
          dir="ltr"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          value={code ?? ''}
          aria-describedby={fault ? 'code.hint code.fault' : 'code.hint'}
          {...(fault && { 'aria-invalid': true })}
        />
      </div>
      <p class="send">
        <button class="button" type="submit">
          {words('receipt:ask.send')}
        </button>
      </p>
    </form>
  )
}
