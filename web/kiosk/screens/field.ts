/**
 * The tablet is to keep, learn and suggest nothing of what is written. As attributes: what a
 * browser makes of the properties of these names differs.
 */
export function secretive(field: HTMLElement | null) {
  for (const [name, value] of Object.entries(traits)) field?.setAttribute(name, value)
}

const traits = {
  autocomplete: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  writingsuggestions: 'false',
  'data-gramm': 'false',
}
