import type { Block, Report } from '../../survey/report.ts'
import { inPieces, openPdf } from '../pdf/document.ts'
import { drawFigure } from './figure.ts'
import { countPages, type Paper, paperFor, type ReportLook, turn } from './paper.ts'
import { drawCover, drawHeading, drawList, drawParagraph } from './prose.ts'
import { drawTable } from './table.ts'

/** A report as a tagged PDF, in pieces as they are made. */
export async function* reportPdf(report: Report, look: ReportLook) {
  const { doc, has } = await openPdf({ ...report, size: 'A4' })
  const paper = paperFor(doc, has, report, look)
  const finish = () => countPages(paper)
  yield* inPieces(doc, report.blocks(paper.lacked), (block) => drawBlock(paper, block), finish)
}

function drawBlock(paper: Paper, block: Block) {
  if (block.type === 'cover') drawCover(paper, block)
  else if (block.type === 'heading') drawHeading(paper, block)
  else if (block.type === 'paragraph') drawParagraph(paper, block)
  else if (block.type === 'list') drawList(paper, block)
  else if (block.type === 'figure') drawFigure(paper, block)
  else if (block.type === 'table') drawTable(paper, block)
  else turn(paper)
}
