import type { Book } from './book.ts'
import { rangeOf, type Sheet } from './sheet.ts'
import { HEAD, plainText } from './xml.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument'
const spreadsheet = `${types}.spreadsheetml`

export const sheetPath = (index: number) => `worksheets/sheet${index + 1}.xml`

/** What holds the sheets together, when it is known how many there are and how long. */
export const frameOf = (book: Book, sheets: Sheet[]): [string, string][] => [
  ['xl/workbook.xml', workbook(sheets)],
  ['xl/_rels/workbook.xml.rels', relations(sheets)],
  ['docProps/core.xml', properties(book)],
  ['_rels/.rels', root],
  ['[Content_Types].xml', contents(sheets)],
]

function workbook(sheets: Sheet[]): string {
  const named = sheets.map(
    ({ name }, index) =>
      `<sheet name="${plainText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  const filters = sheets.map((sheet, index) =>
    defined('_FilterDatabase', index, fixed(sheet, rangeOf(sheet)), true),
  )
  const titles = sheets.map((sheet, index) =>
    defined('Print_Titles', index, `${quoted(sheet)}!$1:$1`, false),
  )
  return `${HEAD}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${named.join('')}</sheets><definedNames>${[...filters, ...titles].join('')}</definedNames></workbook>`
}

const defined = (name: string, sheet: number, where: string, hidden: boolean) =>
  `<definedName name="_xlnm.${name}" localSheetId="${sheet}"${hidden ? ' hidden="1"' : ''}>${plainText(where)}</definedName>`

const quoted = ({ name }: Sheet) => `'${name.replaceAll("'", "''")}'`

const fixed = (sheet: Sheet, range: [string, string]) =>
  `${quoted(sheet)}!${range.map((cell) => cell.replace(/([A-Z]+)(\d+)/, '$$$1$$$2')).join(':')}`

function relations(sheets: Sheet[]): string {
  const all = sheets.map((_, index) => relation(index + 1, `${office}/worksheet`, sheetPath(index)))
  const styles = relation(sheets.length + 1, `${office}/styles`, 'styles.xml')
  return `${HEAD}<Relationships xmlns="${packages}/relationships">${all.join('')}${styles}</Relationships>`
}

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`

const root = `${HEAD}<Relationships xmlns="${packages}/relationships">${relation(1, `${office}/officeDocument`, 'xl/workbook.xml')}${relation(2, `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`

function properties({ title, creator, language, at }: Book): string {
  const made = new Date(at).toISOString().replace(/\.\d+/, '')
  return `${HEAD}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${plainText(title)}</dc:title><dc:creator>${plainText(creator)}</dc:creator><dc:language>${plainText(language)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created></cp:coreProperties>`
}

function contents(sheets: Sheet[]): string {
  const all = sheets.map((_, index) =>
    override(`/xl/${sheetPath(index)}`, `${spreadsheet}.worksheet+xml`),
  )
  return `${HEAD}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`)}${override('/xl/styles.xml', `${spreadsheet}.styles+xml`)}${override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${all.join('')}</Types>`
}

const override = (part: string, type: string) =>
  `<Override PartName="${part}" ContentType="${type}"/>`
