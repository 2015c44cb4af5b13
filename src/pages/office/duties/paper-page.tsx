import { renderToString } from 'preact-render-to-string'
import type { Words } from '../../../i18n.ts'
import { directionOf } from '../../../survey/language.ts'
import { Paragraphs } from '../../citizen/paragraphs.tsx'
import type { Block, Cell, Paper, Quoted } from './paper.ts'

/** Word takes little more than this from a page, and no colour: the paper is printed and marked. */
export const paperStyle = [
  'body{font-family:Arial,Helvetica,sans-serif;font-size:11pt;line-height:1.4;max-width:46em;margin:2em auto;padding:0 1em}',
  'h1{font-size:20pt}h2{font-size:14pt;margin-top:1.6em}',
  'table{border-collapse:collapse;width:100%}',
  'th,td{border:1px solid;padding:5pt;text-align:left;vertical-align:top}th{width:28%}',
  'thead th{width:auto}td p,th p{margin:0 0 4pt}li{margin-bottom:4pt}',
  '.ask{border-left:4pt solid;padding-left:6pt}',
  '@page{size:A4;margin:20mm}@media print{tr{break-inside:avoid}h2{break-after:avoid}}',
].join('')

interface Props {
  words: Words
}

/** A paper as a page of its own, without anything that leads back: it lives on in other programs. */
export function paperPage(paper: Paper, language: string, words: Words): string {
  const { title, law, made, how, parts } = paper
  const html = renderToString(
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{paperStyle}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>
            {law} {made}
          </p>
          <p>{how}</p>
          {parts.map((part) => (
            <section>
              <h2>{part.title}</h2>
              {part.blocks.map((block) => (
                <BlockView block={block} words={words} />
              ))}
            </section>
          ))}
        </main>
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}

function BlockView({ block, words }: Props & { block: Block }) {
  if ('cell' in block) return <CellView cell={block.cell} words={words} />
  if ('items' in block) {
    return (
      <ul>
        {block.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    )
  }
  return (
    <table>
      {block.head && (
        <thead>
          <tr>
            {block.head.map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {block.rows.map(([about, ...cells]) => (
          <tr>
            <th scope="row" lang={languageOf(about)}>
              {typeof about === 'string' ? about : about.words}
            </th>
            {cells.map((several) => (
              <td>
                {several.map((cell) => (
                  <CellView cell={cell} words={words} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CellView({ cell, words }: Props & { cell: Cell }) {
  if (typeof cell === 'string') return <p>{cell}</p>
  if ('ask' in cell) {
    return (
      <p class="ask">
        <strong>{words('duties:paper.ask')}</strong> {cell.ask}
      </p>
    )
  }
  return (
    <div lang={cell.language}>
      <Paragraphs text={cell.words} />
    </div>
  )
}

const languageOf = (about: string | Quoted) =>
  typeof about === 'string' ? undefined : about.language
