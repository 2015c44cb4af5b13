/**
 * Shows what hangs on an answer only where it is asked: follow-ups, and the field for one's own
 * words. What is not asked is disabled, and so not sent.
 */
export function followUps(main: HTMLElement) {
  for (const note of main.querySelectorAll('[data-follow-up]')) note.remove()
  const parts = main.querySelectorAll<HTMLElement>('[data-if]')

  // In the order of the page: what hangs on a follow-up comes after it, and sees it disabled.
  const refresh = () => {
    for (const part of parts) {
      const { if: question, is } = part.dataset
      const chosen = main.querySelectorAll<HTMLInputElement>(
        `[name="${question}"]:checked:not(:disabled)`,
      )
      const asked = [...chosen].some(({ value }) => is!.split(' ').includes(value))
      part.hidden = !asked
      for (const control of part.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
        control.disabled = !asked
      }
    }
  }

  main.addEventListener('change', refresh)
  refresh()
}
