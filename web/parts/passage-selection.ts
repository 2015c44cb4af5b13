/** What is selected in the shown text is what will be hidden, there and nowhere else. */
export function passageSelection(root: ParentNode) {
  const source = root.querySelector<HTMLTextAreaElement>('[data-passage-source]')
  const passage = root.querySelector<HTMLTextAreaElement>('[data-passage]')
  const at = root.querySelector<HTMLInputElement>('[data-passage-at]')
  const how = root.querySelector<HTMLElement>('[data-passage-how]')
  if (!source || !passage || !at || !how) return
  how.hidden = false
  // Not all browsers select by keyboard where nothing can be written; so it can, but does nothing.
  source.readOnly = false
  source.ariaReadOnly = 'true'
  source.inputMode = 'none'
  source.addEventListener('beforeinput', (event) => event.preventDefault())

  const take = () => {
    const { selectionStart: from, selectionEnd: to, value } = source
    const selected = value.slice(from, to)
    if (selected.trim() === '') return
    passage.value = selected.trim()
    at.value = String(from + selected.length - selected.trimStart().length)
  }
  for (const event of ['select', 'keyup', 'pointerup', 'blur']) source.addEventListener(event, take)
  // Written by hand, the words are meant wherever they stand.
  passage.addEventListener('input', () => (at.value = ''))
}
