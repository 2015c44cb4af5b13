import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { BuildOptions, Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const jsx = { runtime: 'automatic', importSource: 'preact' } as const

const server: BuildOptions = {
  outDir: 'dist/server',
  target: 'node26',
  sourcemap: true,
  rolldownOptions: { input: { main: 'src/main.ts', bench: 'tests/bench/main.ts' } },
}

const browser: BuildOptions = {
  outDir: 'dist/web',
  manifest: 'manifest.json',
  target: 'es2020',
  modulePreload: false,
  rolldownOptions: {
    // A word that two entries import would be a file of its own, and one more request.
    optimization: { inlineConst: { mode: 'all' } },
    input: [
      'web/citizen.ts',
      'web/dashboard.ts',
      'web/editor.tsx',
      'web/text-room.ts',
      'web/kiosk/kiosk.tsx',
      'web/kiosk/worker.ts',
      'web/passkey.ts',
      'web/receipt.ts',
      'web/styles/citizen.css',
      'web/styles/kiosk.css',
      'web/styles/office.css',
      'web/styles/results.css',
    ],
  },
}

/** The tablet's icons, named like scripts by what is in them. */
const icons: Plugin = {
  name: 'icons',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  buildStart() {
    const folder = 'web/kiosk/icons'
    for (const name of readdirSync(folder)) {
      const originalFileName = join(folder, name)
      const source = readFileSync(originalFileName)
      this.emitFile({ type: 'asset', name, originalFileName, source })
    }
  },
}

/** Compressed twins beside the files, which the server sends as they are. */
const compressed: Plugin = {
  name: 'compressed',
  apply: (_config, { isSsrBuild }) => !isSsrBuild,
  writeBundle({ dir }) {
    const folder = join(dir!, 'assets')
    for (const name of readdirSync(folder)) {
      if (!/\.(js|css)$/.test(name)) continue
      const file = readFileSync(join(folder, name))
      writeFileSync(join(folder, `${name}.gz`), gzipSync(file, { level: 9 }))
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(file))
    }
  },
}

/** Of hundreds of files, whose finding and reading took most of a command's time. */
const manyFiles = ['drizzle-orm', 'yaml', 'zod']

/** What takes long begins first, so that no worker has it left when the other is done. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const isLong = ({ moduleId }: TestSpecification) => /journeys|process|simulation/.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** `vite build` makes the browser's files, `vite build --ssr` the server, the CLI and the bench. */
export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx },
  publicDir: false,
  plugins: [icons, compressed],
  build: isSsrBuild ? server : browser,
  ssr: { noExternal: manyFiles },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/browser-setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // A busy machine may need longer than one second.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
    // Hundreds of commands are started; each would compile the whole program anew.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'svar-compiled') },
    sequence: { sequencer: LongFirst },
    // Hundreds of files, each of which would import the whole server anew. What a file changes
    // outside itself it puts back.
    isolate: false,
    server: { deps: { inline: manyFiles } },
  },
}))
