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
  'survey.opened',
  'survey.paused',
  'survey.resumed',
  'survey.reopened',
  'survey.archived',
  'survey.unarchived',
  'survey.approved',
  'survey.discarded',
  'tablet.added',
  'tablet.changed',
  'tablet.codeMade',
  'tablet.revoked',
  'tablet.removed',
  'token.added',
] as const

export type Deed = (typeof deeds)[number]
