import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { version } from '../package.json'
import { reasonOf } from './commands/context.ts'
import { backupCommands } from './commands/backup.ts'
import { makeRunBeside } from './commands/beside.ts'
import { demoCommand } from './commands/demo.ts'
import { deviceCommands } from './commands/device.ts'
import { keepingCommands } from './commands/keeping.ts'
import { mailCommand } from './commands/mail.ts'
import { organisationCommand } from './commands/organisation.ts'
import { purgeCommand } from './commands/purge.ts'
import { restoreCommand } from './commands/restore.ts'
import { serveCommand } from './commands/serve.ts'
import { siteCommands } from './commands/site.ts'
import { surveyCommands } from './commands/survey.ts'
import { tokenCommand } from './commands/token.ts'
import { userCommand } from './commands/user.ts'
import { readConfig } from './config.ts'
import { copyDatabase } from './store/sqlite/files/copy.ts'
import { lockFolder } from './store/sqlite/files/lock.ts'
import { openSqlite } from './store/sqlite/sqlite.ts'
import { openSubscriptions } from './store/sqlite/subscriptions/subscriptions.ts'

const backupsFolder = () => readConfig(process.env).backups?.folder

const context = {
  config: () => readConfig(process.env),
  openStore: (folder: string) => openSqlite(folder, backupsFolder()),
  openSubscriptions: (folder: string) => openSubscriptions(folder, backupsFolder()),
  lockFolder,
  copyDatabase,
  version,
  runBeside: makeRunBeside(process.argv[1]!),
  webFolder: join(import.meta.dirname, '../web'),
  clock: () => Date.now(),
  say: (line: string) => void process.stdout.write(`${line}\n`),
  note: (line: string) => void process.stderr.write(`${line}\n`),
}

const program = new Command('svar')
  .description('Citizen feedback surveys that are small, quick and honest about anonymity.')
  .version(version)
  .exitOverride()
  .showHelpAfterError()
for (const add of [
  serveCommand,
  surveyCommands,
  siteCommands,
  organisationCommand,
  userCommand,
  tokenCommand,
  deviceCommands,
  keepingCommands,
  purgeCommand,
  backupCommands,
  restoreCommand,
  mailCommand,
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
  const reason = reasonOf(error)
  if (reason === undefined) throw error
  process.stderr.write(`svar: ${reason}\n`)
  return 1
}

function everyCommand(command: Command, step: (command: Command) => void) {
  step(command)
  for (const child of command.commands) everyCommand(child, step)
}
