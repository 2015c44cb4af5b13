import type { Organisation } from '../../survey/organisation.ts'
import type { organisations } from './schema.ts'

type Row = typeof organisations.$inferSelect

export const organisationOf = ({ email, phone, logo, ...row }: Row): Organisation => ({
  ...row,
  ...(email !== null && { email }),
  ...(phone !== null && { phone }),
  ...(logo !== null && { logo }),
})

/** Every column but the logo's, so that what is left out is taken away. */
export const rowOf = ({ logo: _, ...organisation }: Organisation): Omit<Row, 'logo'> => ({
  ...organisation,
  email: organisation.email ?? null,
  phone: organisation.phone ?? null,
})
