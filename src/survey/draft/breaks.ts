type Values = Record<string, string | number>

/**
 * What a running survey may not become, in English for the command line; the office has words for
 * each code in its own languages.
 */
const reasons = {
  smallestGroup: () => 'smallestGroup: batches of the old size have been counted',
  breakdowns: () => 'breakdowns: batches have been counted for those declared before',
  timeZone: () => 'timeZone: answers are dated in the old zone',
  opens: ({ date }: Values) => `opens: answers since ${date} would be refused from tablets`,
  site: ({ site }: Values) => `sites: "${site}" is gone`,
  question: ({ question }: Values) => `questions: "${question}" is gone`,
  kind: ({ question, kind }: Values) => `question "${question}": kind was ${kind}`,
  showIf: ({ question }: Values) => `question "${question}": showIf: it was asked of others before`,
  option: ({ question, option }: Values) => `question "${question}": option "${option}" is gone`,
  scale: ({ question, from, to }: Values) =>
    `question "${question}": the scale was ${from} to ${to}`,
  number: ({ question }: Values) =>
    `question "${question}": bounds, decimals or bins of a number may not change`,
  ranking: ({ question }: Values) =>
    `question "${question}": places or options of a ranking may not change`,
  promise: ({ name }: Values) =>
    `privacy.${name}: those who have answered were told something else`,
  retention: ({ date }: Values) =>
    `privacy.retainUntil: deletion by ${date} was promised to those who have answered`,
}

export interface Break {
  code: keyof typeof reasons
  values: Values
  /** in English */
  reason: string
}

export const broken = (code: Break['code'], values: Values = {}): Break => ({
  code,
  values,
  reason: reasons[code](values),
})
