type Values = Record<string, string | number>

/**
 * Everything that can be wrong with a survey file, in English for whoever wrote the file; the
 * office has words for each code in its own languages.
 */
const reasons = {
  mapping: () => 'must be a mapping of fields to values',
  field: ({ known }: Values) => `unknown field; known here: ${known}`,
  list: () => 'must be a list',
  few: ({ least }: Values) => `needs at least ${least}`,
  many: ({ count, most }: Values) => `has ${count}, at most ${most} are allowed`,
  id: () => 'must be an id: letters a to z, digits, - and _, at most 40',
  reserved: ({ id }: Values) => `"${id}" is a reserved word`,
  twice: ({ id }: Values) => `"${id}" stands twice`,
  whole: ({ least, most }: Values) => `must be a whole number from ${least} to ${most}`,
  flag: () => 'must be true or false',
  text: () => 'must be a text',
  long: ({ count, most }: Values) => `has ${count} characters, at most ${most} are allowed`,
  language: ({ language, known }: Values) =>
    `"${language}" is no language of this installation; it has ${known}`,
  date: () => 'must be a date, such as 2026-08-31',
  zone: () => 'must be a time zone, such as Europe/Stockholm',
  closesFirst: () => 'must not be before "opens"',
  deletedFirst: () => 'must not be before "closes"',
  kind: ({ known }: Values) => `must be one of ${known}`,
  scaleEnds: () => 'must be more than "from"',
  scaleSteps: () => 'a scale has at most 11 steps',
  earlier: () => 'must name an earlier question',
  askable: () => 'must be a question of kind choice, choices or scale',
  breakdown: ({ id }: Values) => `"${id}" is neither "channel", "language" nor a question here`,
  breakdownKind: ({ id, kind }: Values) =>
    `"${id}" is of kind ${kind}; only choice and scale can break numbers down`,
  breakdownOption: ({ id, option }: Values) =>
    `"${id}" has an option with the id "${option}", which merged groups are called`,
  option: ({ option, question }: Values) => `"${option}" is no option of "${question}"`,
}

export type ReasonCode = keyof typeof reasons

/** Something wrong in a survey file: where, and why. */
export interface DraftFault {
  path: (string | number)[]
  code: ReasonCode
  values: Values
  /** in English */
  reason: string
}

export const draftFault = (
  path: DraftFault['path'],
  code: ReasonCode,
  values: Values = {},
): DraftFault => ({ path, code, values, reason: reasons[code](values) })
