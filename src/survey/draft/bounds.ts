import { type Binned, derivedBins, MOST_BINS } from '../bins.ts'
import type { Node } from './node.ts'

/** No personal number or telephone number is as short. */
const FARTHEST = 1_000_000

/**
 * From where to where numbers may go, and in which bins they are counted. What is issued has its
 * bins written out, so that nothing that is counted moves when the deriving does.
 */
export function readBounds(fields: Record<string, Node>): Binned {
  const decimals = fields['decimals']!.absent ? 0 : fields['decimals']!.whole(0, 1)
  const from = fields['from']!.number(-FARTHEST, FARTHEST, decimals)
  const to = fields['to']!.number(-FARTHEST, FARTHEST, decimals)
  if (to <= from) fields['to']!.fault('ends')
  const bounds = { from, to, decimals: decimals as Binned['decimals'] }
  const bins = fields['bins']!.absent ? derivedBins(bounds) : readBins(fields['bins']!, bounds)
  return { ...bounds, bins }
}

function readBins(node: Node, { from, to, decimals }: Omit<Binned, 'bins'>): number[] {
  if (!Array.isArray(node.value)) {
    node.fault('bins')
    return [from]
  }
  const items = node.items(2, MOST_BINS)
  const starts = items.map((item) => item.number(-FARTHEST, FARTHEST, decimals))
  for (const [index, start] of starts.entries()) {
    if (index === 0 && start !== from) items[index]!.fault('binFirst', { from })
    const before = starts[index - 1]
    if (index > 0 && (start <= before! || start > to)) items[index]!.fault('binOrder')
  }
  return starts
}
