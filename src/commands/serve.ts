import type { Command } from 'commander'
import type { ServeContext } from '../serve.ts'

/** `svar serve` */
export function serveCommand(program: Command, context: ServeContext) {
  program
    .command('serve')
    .description('run the server until SIGTERM or SIGINT')
    .action(async () => {
      // Loaded only here, so that the other commands start at once.
      const { serve } = await import('../serve.ts')
      await serve(context)
    })
}
