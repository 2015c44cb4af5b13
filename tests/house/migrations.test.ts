import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sources.ts'

/** What has run somewhere never runs there again: a change belongs into a file of its own. */
const sealed = {
  'db/sqlite/0001-main.sql': 'cc6f07a0405da656',
  'db/sqlite/0002-kiosk.sql': '5a50751824942462',
  'db/sqlite/0003-contact.sql': '198e6530bca5a423',
  'db/sqlite/0004-unsorted.sql': '22f73b7bb617072a',
  'db/sqlite/0005-people.sql': '9b5881b0976a1284',
  'db/sqlite/0006-mail.sql': '4094c1cef4ae95fc',
  'db/sqlite/0007-sites.sql': '3204e80ea41ab4be',
  'db/sqlite/0008-drafts.sql': '3e46251adc0ded9a',
  'db/sqlite/0009-life.sql': '8b43490993ae3914',
  'db/sqlite/0010-sign-in.sql': 'e5270f3a5304db30',
  'db/sqlite/0011-texts.sql': '68473e8d804a6884',
  'db/sqlite/0012-releases.sql': '96c59e9fe2ea6e14',
  'db/sqlite/0013-purges.sql': 'e1f7fa9f3e034063',
  'db/sqlite/0014-publications.sql': 'ab0dd17f804a8902',
  'db/sqlite/0015-withdrawals.sql': '2ab3d03b48df6fdc',
  'db/subscriptions/0001-main.sql': '6d185743dad447a8',
}

test('migrations are numbered without a gap, and stay as they were', () => {
  for (const folder of ['db/sqlite', 'db/subscriptions']) {
    const names = readdirSync(join(root, folder)).toSorted()
    const numbers = names.map((_, index) => String(index + 1).padStart(4, '0'))
    expect(names.map((name) => name.slice(0, 4))).toEqual(numbers)
    const files = names.map((name) => `${folder}/${name}`)
    const own = Object.entries(sealed).filter(([file]) => file.startsWith(`${folder}/`))
    expect(Object.fromEntries(files.map((file) => [file, sealOf(file)]))).toEqual(
      Object.fromEntries(own),
    )
  }
})

const sealOf = (file: string) =>
  createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex')
    .slice(0, 16)
