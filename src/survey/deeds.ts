/**
 * What the audit log can say that someone did, as `<kind of object>.<what became of it>`. Each has
 * words in people.json. A line never holds answers, nor what people wrote.
 */
export const deeds = [
  'organisation.saved',
  'organisation.logoSaved',
  'organisation.logoRemoved',
  'person.added',
  'person.invited',
  'person.invitedAgain',
  'person.joined',
  'person.changed',
  'person.suspended',
  'person.restored',
  'person.removed',
  'person.renamed',
  'person.passwordChanged',
  'person.sessionsEnded',
  'survey.drafted',
  'survey.issued',
  'survey.closed',
  'tablet.added',
  'tablet.changed',
  'tablet.codeMade',
  'tablet.revoked',
  'tablet.removed',
  'site.added',
  'site.changed',
  'site.retired',
  'site.restored',
  'site.imported',
  'group.added',
  'group.renamed',
  'group.filled',
  'token.added',
] as const

export type Deed = (typeof deeds)[number]
