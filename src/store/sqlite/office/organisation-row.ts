import type { Organisation } from '../../../survey/organisation.ts'
import type { organisations } from '../schema/schema.ts'

type Row = typeof organisations.$inferSelect

export const organisationOf = ({ email, phone, logo, ...row }: Row): Organisation => ({
  ...row,
  ...(email !== null && { email }),
  ...(phone !== null && { phone }),
  ...(logo !== null && { logo }),
})

/** Every column but the logo's, so that what is left out is taken away. */
export const rowOf = ({
  id,
  name,
  accent,
  demo,
  email,
  phone,
}: Organisation): Omit<Row, 'logo'> => ({
  id,
  name,
  accent,
  demo,
  email: email ?? null,
  phone: phone ?? null,
})
