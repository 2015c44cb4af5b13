import { parse } from 'yaml'
import type { Tree } from './survey/draft/tree.ts'

const files = import.meta.glob<string>('/db/templates/*.yaml', {
  eager: true,
  import: 'default',
  query: '?raw',
})

/** Surveys to begin with: files without dates, sites and what only an organisation can say. */
export const templates = ['vardcentral', 'besok', 'hjalp', 'delmal', 'nara-vard'].map((id) => ({
  id,
  tree: parse(files[`/db/templates/${id}.yaml`]!) as Tree,
}))
