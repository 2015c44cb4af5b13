/**
 * Whether a spreadsheet could take a text for a formula: what CSV puts an apostrophe before, and a
 * workbook marks as text. A plain negative number is none, nor is the range that begins with one.
 */
export const looksLikeFormula = (text: string): boolean =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?(\.\.-?\d+(\.\d+)?)?$/.test(text)
