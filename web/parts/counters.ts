const PAUSE = 1000

/** Tells how much room is left: at once to the eye, after a pause to the ear. */
export function counters(main: HTMLElement) {
  const plural = new Intl.PluralRules(document.documentElement.lang)

  for (const area of main.querySelectorAll('textarea')) {
    const seen = document.createElement('p')
    seen.className = 'count'
    seen.ariaHidden = 'true'
    const heard = document.createElement('p')
    heard.className = 'unseen'
    heard.setAttribute('role', 'status')
    area.after(seen, heard)
    let pause: ReturnType<typeof setTimeout>

    area.addEventListener('input', () => {
      seen.textContent = room(area)
      clearTimeout(pause)
      pause = setTimeout(() => (heard.textContent = seen.textContent), PAUSE)
    })
  }

  function room({ value, dataset }: HTMLTextAreaElement): string {
    const left = Number(dataset['limit']) - [...value.trim()].length
    const count = Math.abs(left)
    const form = plural.select(count)
    const key = (left < 0 ? 'over' : 'left') + form[0]!.toUpperCase() + form.slice(1)
    return dataset[key]!.replace('#', count.toLocaleString(document.documentElement.lang))
  }
}
