/**
 * What the audit log can say that someone did, as `<kind of object>.<what became of it>`. Each has
 * words in people.json. A line never holds answers, nor what people wrote.
 */
export const deeds = [
  'organisation.saved',
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
  'survey.themesChanged',
  'survey.coded',
  'tablet.added',
  'tablet.changed',
  'tablet.codeMade',
  'tablet.revoked',
  'tablet.removed',
  'text.masked',
  'text.unmasked',
  'text.hidden',
  'text.shown',
  'token.added',
] as const

export type Deed = (typeof deeds)[number]
