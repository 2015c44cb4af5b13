import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { Refused } from './commands/context.ts'
import { demoCommand } from './commands/demo.ts'
import { deviceCommands } from './commands/device.ts'
import { keepingCommands } from './commands/keeping.ts'
import { organisationCommand } from './commands/organisation.ts'
import { serveCommand } from './commands/serve.ts'
import { surveyCommands } from './commands/survey.ts'
import { tokenCommand } from './commands/token.ts'
import { userCommand } from './commands/user.ts'
import { ConfigError, readConfig } from './config.ts'
import { lockFolder } from './store/sqlite/lock.ts'
import { openSqlite } from './store/sqlite/sqlite.ts'
import { Problem } from './survey/problem.ts'

const context = {
  config: () => readConfig(process.env),
  openStore: openSqlite,
  lockFolder,
  webFolder: join(import.meta.dirname, '../web'),
  clock: () => Date.now(),
  say: (line: string) => void process.stdout.write(`${line}\n`),
  note: (line: string) => void process.stderr.write(`${line}\n`),
}

const program = new Command('svar')
  .description('Citizen feedback surveys that are small, quick and honest about anonymity.')
  .exitOverride()
  .showHelpAfterError()
for (const add of [
  serveCommand,
  surveyCommands,
  organisationCommand,
  userCommand,
  tokenCommand,
  deviceCommands,
  keepingCommands,
  demoCommand,
]) {
  add(program, context)
}
everyCommand(program, (command) => command.exitOverride().showHelpAfterError())

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCode(error)
}

/** 0 done, 1 refused with the reason on stderr, 2 wrong usage. */
function exitCode(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Refused || error instanceof ConfigError || error instanceof Problem) {
    process.stderr.write(`svar: ${error.message}\n`)
    return 1
  }
  const { code } = error as { code?: string }
  if (typeof code === 'string' && /^(SQLITE_|E[A-Z]+$)/.test(code)) {
    process.stderr.write(`svar: ${(error as Error).message}\n`)
    return 1
  }
  throw error
}

function everyCommand(command: Command, step: (command: Command) => void) {
  step(command)
  for (const child of command.commands) everyCommand(child, step)
}
