import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'

const forms = document.querySelectorAll<HTMLFormElement>('form[data-passkey]')
if (browserSupportsWebAuthn()) {
  for (const form of forms) offer(form)
  for (const part of document.querySelectorAll('[data-passkeys-missing]')) part.remove()
}

/** Shows a form, and asks the browser for a passkey before it is sent. */
function offer(form: HTMLFormElement) {
  form.hidden = false
  const said = form.querySelector('output')!
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    said.textContent = ''
    answer(form).then(
      () => HTMLFormElement.prototype.submit.call(form),
      () => (said.textContent = form.dataset['said']!),
    )
  })
  // A page that comes back from the browser's memory must not send an answer twice.
  window.addEventListener('pagehide', () => {
    fieldOf(form).value = ''
    WebAuthnAbortService.cancelCeremony()
  })
}

/** Puts the browser's answer into the form; where the server refuses to ask, it says so itself. */
async function answer(form: HTMLFormElement) {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>)
  const reply = await fetch(form.dataset['options']!, { method: 'POST', body })
  if (!reply.ok || reply.redirected) return
  const optionsJSON = await reply.json()
  const start = form.dataset['passkey'] === 'register' ? startRegistration : startAuthentication
  fieldOf(form).value = JSON.stringify(await start({ optionsJSON }))
}

const fieldOf = (form: HTMLFormElement) =>
  form.querySelector<HTMLInputElement>('[name=credential]')!
