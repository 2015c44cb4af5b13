export interface Wrong {
  /** what holds the question, or the field for one's own words */
  part: HTMLElement
  /** where the link leads */
  control: HTMLElement
  words: string
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What the server would say too, found before anything is sent. */
export function faultsOf(main: HTMLElement): Wrong[] {
  const parts = main.querySelectorAll<HTMLElement>('[data-field]:not([hidden])')
  return [...parts].flatMap((part) => {
    const controls = [...part.querySelectorAll<Control>('input, select, textarea')]
    const own = controls.filter((control) => control.name.split('.')[1] !== 'other')
    const words = part.matches('.words') ? wrongWords(controls[0]!) : wrongAnswer(part, own)
    return words ? [{ part, control: controls[0]!, words }] : []
  })
}

function wrongAnswer({ dataset }: HTMLElement, controls: Control[]): string | undefined {
  const given = controls.filter(isGiven)
  const max = Number(dataset['max'])
  if (given.length === 0) return dataset['missing']
  if (dataset['rankGap']) return wrongPlaces(dataset, given, max)
  if (given.length > max) return dataset['tooMany']
  return controls[0] && wrongLength(controls[0])
}

const isGiven = (control: Control) =>
  control.matches('[type=radio], [type=checkbox]')
    ? (control as HTMLInputElement).checked
    : control.value.trim() !== ''

function wrongPlaces(dataset: DOMStringMap, given: Control[], max: number): string | undefined {
  const places = given.map(({ value }) => value).sort()
  const twice = places.find((place, index) => place === places[index - 1])
  if (twice) return dataset['rankTwice']?.replace('#', twice)
  return given.length < max ? dataset['rankGap'] : undefined
}

const wrongWords = (control: Control) =>
  control.value.trim() === '' ? control.dataset['otherEmpty'] : wrongLength(control)

const wrongLength = ({ value, dataset }: Control) =>
  [...value.trim()].length > Number(dataset['limit']) ? dataset['tooLong'] : undefined
