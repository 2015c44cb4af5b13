import type { App } from '../../src/app.ts'

/** Every registered door of the office, as `GET /office/surveys/:survey`; HEAD goes with GET. */
export function doorsOf(app: App): string[] {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, tree, part, methods] = /^([^─]*)── (\S*) \(([A-Z, ]+)\)$/.exec(line) ?? []
      if (tree === undefined || part === undefined) return []
      const depth = tree.length / 4
      above.length = Math.floor(depth)
      above.push(part)
      const path = above.join('').replace(/\/\/+/g, '/').replace(/^\/?/, '/')
      return (methods ?? '').split(', ').map((method) => `${method} ${path}`)
    })
    .filter((door) => /^(GET|POST|PUT|PATCH|DELETE) \/office\b/.test(door))
    .map((door) => door.replace(/(.)\/$/, '$1'))
    .filter((door, place, all) => all.indexOf(door) === place)
    .toSorted()
}

/** What each door of the office asks for. A new one without its line here fails the test. */
export const asked: Record<string, string> = {
  'GET /office': 'own',
  'GET /office/account': 'own',
  'GET /office/audit': 'audit',
  'GET /office/audit.csv': 'audit',
  'GET /office/invited/:code': 'public',
  'GET /office/people': 'people',
  'GET /office/people/:person': 'people',
  'GET /office/people/:person/link': 'people',
  'GET /office/people/new': 'people',
  'GET /office/sign-in': 'public',
  'GET /office/surveys/:survey': 'numbers',
  'GET /office/surveys/:survey/coding': 'texts',
  'GET /office/surveys/:survey/draft.yaml': 'surveys.edit',
  'GET /office/surveys/:survey/edit': 'surveys.edit',
  'GET /office/surveys/:survey/live': 'numbers',
  'GET /office/surveys/:survey/preview': 'surveys.edit',
  'GET /office/surveys/:survey/texts': 'texts',
  'GET /office/surveys/:survey/texts/:text': 'texts',
  'GET /office/surveys/:survey/texts/:text/coding': 'texts',
  'GET /office/surveys/:survey/themes': 'texts',
  'GET /office/tablets': 'tablets',
  'GET /office/tablets/:device': 'tablets',
  'GET /office/tablets/:device/code': 'tablets',
  'GET /office/tablets/:device/pin': 'tablets',
  'GET /office/tablets/new': 'tablets',
  'GET /office/welcome/:code': 'public',
  'POST /office/account/name': 'own',
  'POST /office/account/password': 'own',
  'POST /office/account/sessions/end': 'own',
  'POST /office/account/sessions/others': 'own',
  'POST /office/invited/:code': 'public',
  'POST /office/people/:person': 'people',
  'POST /office/people/:person/link': 'people',
  'POST /office/people/:person/removal': 'people',
  'POST /office/people/:person/restoration': 'people',
  'POST /office/people/:person/sessions': 'people',
  'POST /office/people/:person/suspension': 'people',
  'POST /office/people/new': 'people',
  'POST /office/sign-in': 'public',
  'POST /office/sign-out': 'own',
  'POST /office/surveys/:survey/draft': 'surveys.edit',
  'POST /office/surveys/:survey/file': 'surveys.edit',
  'POST /office/surveys/:survey/texts/:text/coding': 'texts',
  'POST /office/surveys/:survey/texts/:text/hiding': 'texts',
  'POST /office/surveys/:survey/texts/:text/masking': 'texts',
  'POST /office/surveys/:survey/texts/:text/showing': 'texts',
  'POST /office/surveys/:survey/texts/:text/unmasking': 'texts',
  'POST /office/surveys/:survey/themes/:theme': 'texts',
  'POST /office/surveys/:survey/themes/:theme/move': 'texts',
  'POST /office/surveys/:survey/themes/:theme/removal': 'texts',
  'POST /office/tablets/:device': 'tablets',
  'POST /office/tablets/:device/code': 'tablets',
  'POST /office/tablets/:device/pin': 'tablets',
  'POST /office/tablets/:device/removal': 'tablets',
  'POST /office/tablets/:device/revocation': 'tablets',
  'POST /office/tablets/new': 'tablets',
  'POST /office/welcome/:code': 'public',
}

/** Who may what, written out once more: the test must not ask the code. */
export const allowed: Record<string, string[]> = {
  administrator: ['people', 'audit', 'numbers', 'texts', 'tablets', 'surveys.edit'],
  editor: ['numbers', 'texts', 'tablets', 'surveys.edit'],
  planner: ['numbers', 'texts'],
  moderator: ['numbers', 'texts'],
  reception: ['tablets'],
}
