import type { Wrong } from './checks.ts'

/** Shows what needs correcting, as the server does: beside each field, and on top with links. */
export function showProblems(main: HTMLElement, wrong: Wrong[], said: DOMStringMap) {
  clear(main)
  if (wrong.length === 0) return
  document.title = said['faultTitle']!
  const top = element('div', 'notice fault')
  top.tabIndex = -1
  top.setAttribute('role', 'alert')
  top.dataset['problems'] = ''
  const list = element('ul')
  top.append(element('h2', '', said['problemsTitle']), list)
  for (const one of wrong) {
    mark(one)
    const item = element('li')
    item.append(lineTo(one, said['line']!))
    list.append(item)
  }
  main.prepend(top)
  top.focus()
}

function clear(main: HTMLElement) {
  for (const old of main.querySelectorAll('.wrong, [data-problems]')) old.remove()
  for (const part of main.querySelectorAll('.faulty')) part.classList.remove('faulty')
  for (const part of main.querySelectorAll('[aria-invalid]')) part.removeAttribute('aria-invalid')
  for (const part of main.querySelectorAll('[aria-describedby]')) describe(part, [])
}

function mark({ part, control, words }: Wrong) {
  const message = element('p', 'wrong', words)
  message.id = `fault.${part.dataset['field']}`
  const place = part.querySelector(':scope > .controls') ?? part.querySelector('input')!
  place.before(message)
  part.classList.add('faulty')
  const single = part.matches('fieldset') ? part : control
  describe(single, [message.id])
  const marked = part.matches('fieldset:not([role])')
    ? part.querySelectorAll('select, [type=checkbox]')
    : [single]
  for (const one of marked) one.setAttribute('aria-invalid', 'true')
}

/** Sets which fault describes a control, and leaves its help. */
function describe(control: Element, faults: string[]) {
  const ids = (control.getAttribute('aria-describedby') ?? '').split(' ')
  const all = [...ids.filter((id) => id && !id.startsWith('fault.')), ...faults]
  if (all.length > 0) control.setAttribute('aria-describedby', all.join(' '))
  else control.removeAttribute('aria-describedby')
}

function lineTo({ part, control, words }: Wrong, line: string) {
  const question = part.closest('.question')?.querySelector('.ask')?.textContent ?? ''
  const link = element(
    'a',
    '',
    line.replace('#', () => question).replace('@', () => words),
  )
  link.href = `#${control.id}`
  return link
}

export function element<T extends keyof HTMLElementTagNameMap>(tag: T, name = '', text = '') {
  const made = document.createElement(tag)
  if (name) made.className = name
  made.textContent = text
  return made
}
