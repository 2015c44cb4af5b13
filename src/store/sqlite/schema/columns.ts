import { blob } from 'drizzle-orm/sqlite-core'

export const bytes = (name: string) => blob(name, { mode: 'buffer' })
