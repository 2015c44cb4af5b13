import { openSqlite } from '../../src/store/sqlite/sqlite.ts'
import { storeContract } from './contract.ts'

storeContract(openSqlite)
