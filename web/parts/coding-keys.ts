/**
 * One key for each theme, Enter and arrows to go on and back; only while the focus is among the
 * themes, so that no key of a person's own tools is taken.
 */
export function codingKeys(root: ParentNode) {
  const form = root.querySelector<HTMLFormElement>('[data-coding]')
  const themes = form?.querySelector('fieldset')
  const back = form?.querySelector<HTMLButtonElement>('[data-previous]')
  if (!form || !themes || !back) return
  let sent = false

  themes.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = event
    if (altKey || ctrlKey || metaKey || shiftKey || repeat || sent) return
    const box = [...themes.querySelectorAll<HTMLInputElement>('[data-key]')].find(
      ({ dataset }) => dataset['key'] === key.toLowerCase(),
    )
    if (box) {
      box.checked = !box.checked
      box.focus()
    } else if (key === 'ArrowRight' || key === 'Enter') form.requestSubmit()
    else if (key === 'ArrowLeft') form.requestSubmit(back)
    else return
    event.preventDefault()
  })
  form.addEventListener('submit', () => (sent = true))
  // Shown again by the back button, the page as it was would take no key.
  window.addEventListener('pageshow', () => (sent = false))
}
