import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { lastErasure } from '../backup/backups.ts'
import { rotate } from '../backup/folder.ts'
import { isPublicKey, makeBackupPair, publicKeyOf } from '../backup/key.ts'
import { makeBackup } from '../backup/make.ts'
import { makeDepartures } from '../store/departures.ts'
import { makeLedger } from '../store/ledger.ts'
import { type AsJson, type KeepContext, Refused, tell, withStore } from './context.ts'
import { makeProgress } from './progress.ts'

interface Options extends AsJson {
  to?: string
  key?: string
}

/** `svar backup` and `svar backup key` */
export function backupCommands(program: Command, context: KeepContext) {
  const backup = program
    .command('backup')
    .description('copy the installation, check the copy and seal it for the operator')
    .option('--to <folder>', 'where to, instead of SVAR_BACKUPS; nothing there is removed')
    .option('--key <public>', 'whom for, instead of SVAR_BACKUP_KEY')
    .option('--json', 'for machines')
    .action((options: Options) => back(context, options))

  backup
    .command('key')
    .description('make a pair of keys: the public one is for SVAR_BACKUP_KEY')
    .option('--json', 'for machines')
    .action((options: AsJson) => {
      const pair = makeBackupPair()
      if (!backup.opts()['json'] && !options.json) context.note(keyWords)
      const words = [`SVAR_BACKUP_KEY=${pair.publicKey}`, '', pair.privateKey].join('\n')
      tell(context, backup.opts()['json'] ? { json: true } : options, pair, words)
    })
}

const keyWords =
  'The first line is for the server. The last one is the private key, which is shown only now and\n' +
  'without which no backup can be read: keep it away from the server, in two places.\n'

async function back(context: KeepContext, options: Options) {
  const config = context.config()
  const to = options.to ?? config.backups?.folder
  if (to === undefined) throw new Refused('say where to: --to FOLDER, or SVAR_BACKUPS')
  const key = options.key ?? config.backupKey
  if (key === undefined) {
    throw new Refused('SVAR_BACKUP_KEY is not set; `svar backup key` makes a pair of keys')
  }
  if (!isPublicKey(key)) throw new Refused('--key: must be the public key of `svar backup key`')
  const { folder: from, secret } = config
  if (!existsSync(join(from, 'svar.db'))) throw new Refused(`there is nothing in ${from}`)
  const lock = context.lockFolder(from, 'backup.lock')
  if (!lock) throw new Refused('another backup is being made')
  const progress = makeProgress('responses')
  try {
    const now = context.clock()
    const erased = await withStore(context, lastErasure)
    const order = { from, to, operator: publicKeyOf(key), secret, now }
    const made = await makeBackup({ ...context, progress }, order)
    progress.end()
    if ('faults' in made) throw new Refused(`no backup was made:\n${made.faults.join('\n')}`)
    const removed =
      options.to === undefined && config.backups ? rotate(to, config.backups.keep, erased, now) : []
    if (options.to !== undefined)
      for (const list of [makeLedger, makeDepartures]) list(from, to).mend()
    const words =
      `${made.file}\nChecked: ${made.responses} responses. Read back: ${made.bytes} bytes.` +
      (removed.length > 0 ? `\nRemoved ${removed.join(', ')}.` : '')
    tell(context, options, { ...made, removed }, words)
  } finally {
    progress.end()
    lock.release()
  }
}
