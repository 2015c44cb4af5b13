import { DEPARTURES } from '../store/departures.ts'
import { LEDGER } from '../store/ledger.ts'

/**
 * Everything in a data folder that makes an installation; nothing else is in a backup. A database
 * is copied as it stands at one moment, any other file as it is. Logos are in the database.
 */
export const installation: { name: string; kind: 'database' | 'file' }[] = [
  { name: 'svar.db', kind: 'database' },
  { name: 'subscriptions.db', kind: 'database' },
  // Without it, nothing that the database holds encrypted can be opened.
  { name: 'secret', kind: 'file' },
  { name: LEDGER, kind: 'file' },
  { name: DEPARTURES, kind: 'file' },
]

/** In the data folder while a backup is made, or a restore under way: nobody's if left there. */
export const STAGING = 'backup.tmp'
export const RESTORING = 'restore.tmp'
