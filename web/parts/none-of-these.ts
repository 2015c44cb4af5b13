import { NONE } from '../../src/survey/questionnaire.ts'

/** "None of these" takes the other choices away, and they take it away. */
export function noneOfThese(main: HTMLElement) {
  main.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
    if (!target.checked) return
    const boxes = main.querySelectorAll<HTMLInputElement>(`[name="${target.name}"]`)
    for (const box of boxes) {
      if ((box.value === NONE) !== (target.value === NONE)) box.checked = false
    }
  })
}
