import { join } from 'node:path'
import { startServer } from '../server.ts'

// The bench is built beside the server.
const here = import.meta.dirname

/** As `npm start` runs it: room for many short-lived requests. The floor gets the same. */
const young = ['--max-semi-space-size=64']

/** The product, on a data folder, with no limit in the way. */
export const startProduct = (folder: string) =>
  startServer([...young, join(here, 'main.js'), 'serve'], {
    SVAR_DATA: folder,
    SVAR_SENDS_PER_MINUTE: '1000000',
  })

/** The floor: Fastify and its form parser, and nothing else. */
export const startFloor = (page: string) =>
  startServer([...young, join(here, 'bench.js'), 'floor', page])
