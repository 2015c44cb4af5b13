/** What a person of the office is there for; decides what they may. */
export const roles = ['administrator', 'editor', 'planner', 'moderator', 'reception'] as const
export type Role = (typeof roles)[number]

/** What an office door asks for. */
export type Right =
  | 'people'
  | 'organisation'
  | 'surveys.edit'
  | 'surveys.open'
  | 'numbers'
  | 'texts'
  | 'tablets'
  | 'sites'
  | 'audit'
  | 'publish'

/** A role, and for those who have to do with sites, which ones: none named means all. */
export interface Access {
  role: Role
  sites: string[]
}

export const may = (role: Role, right: Right): boolean =>
  role === 'administrator' || held[role].includes(right)

/** Whether a role can be limited to sites that are named. */
export const hasSites = (role: Role): boolean => role === 'planner' || role === 'reception'

const held: Record<Exclude<Role, 'administrator'>, Right[]> = {
  editor: ['surveys.edit', 'surveys.open', 'publish', 'numbers', 'texts', 'sites', 'tablets'],
  planner: ['numbers', 'texts'],
  moderator: ['texts', 'numbers'],
  reception: ['tablets'],
}
