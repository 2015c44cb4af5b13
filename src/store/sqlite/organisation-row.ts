import type { Organisation } from '../../survey/organisation.ts'
import type { organisations } from './schema.ts'

type Row = typeof organisations.$inferSelect

export const organisationOf = ({ email, phone, ...row }: Row): Organisation => ({
  ...row,
  ...(email !== null && { email }),
  ...(phone !== null && { phone }),
})

/** Every column, so that what is left out is taken away. */
export const rowOf = (organisation: Organisation): Row => ({
  ...organisation,
  email: organisation.email ?? null,
  phone: organisation.phone ?? null,
})
