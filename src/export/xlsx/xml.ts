/** So much text a cell may hold; with more, a spreadsheet calls the file damaged. */
const LONGEST = 32_767

/** Text of a cell, where what XML refuses is written as spreadsheets do: `_x0007_`. */
export const cellText = (text: string): string =>
  text.length > LONGEST || unusual.test(text) ? written(text) : text

const written = (text: string) =>
  escaped(
    shortened(text.replaceAll(/\r\n?/g, '\n'))
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .toWellFormed()
      .replaceAll(refused, (sign) => `_x${hex(sign)}_`),
  )

/** Text of an attribute or a property, without what XML refuses. */
export const plainText = (text: string): string =>
  escaped(text.toWellFormed().replaceAll(refused, '').replaceAll(/\s+/g, ' ').trim())

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

// oxlint-disable-next-line no-control-regex
const refused = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Most cells have nothing of it, and there may be millions. */
// oxlint-disable-next-line no-control-regex
const unusual = /[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]|_x/

const hex = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

const shortened = (text: string) =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
