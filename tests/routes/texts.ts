import { ask, content, options, text } from '../make.ts'
import type { Started } from '../start.ts'

export const room = '/office/surveys/prov'

const places = [
  { id: 'norr', name: text('Norrby vårdcentral'), listed: 4321 },
  { id: 'vik', name: text('Vikens hälsocentral'), listed: 7654 },
  { id: 'ost', name: text('Östra mottagningen'), listed: 2109 },
]

/** A survey with two fields for one's own words, at three sites. */
export const survey = content(
  [ask.text('ord'), ask.choice('val', { options: options('a', 'b'), other: true })],
  { sites: places },
)

/** So many people write at each site; the words say where and which. */
export async function write(svar: Started, counts: Record<string, number>, from = 0) {
  for (const [site, count] of Object.entries(counts)) {
    for (let turn = from; turn < from + count; turn += 1) {
      const reply = await svar.send('prov', {
        submission: `response-${site}-${turn}`,
        site,
        ord: `Anna i ${site} har telefonen avstängd, nummer ${site}${turn}`,
      })
      if (reply.statusCode !== 303) throw new Error(reply.body)
    }
  }
}

/** What is written in the comments of a page. */
export const commentsIn = (html: string) =>
  [...html.matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)].map(([, words]) =>
    words!.replaceAll(/<[^>]*>/g, ''),
  )

/** The ids of the comments of a page, in their order. */
export const idsIn = (html: string) =>
  [...html.matchAll(/<p class="comment-doings"><a href="[^"]*\/texts\/(\w+)/g)].map(([, id]) => id!)
