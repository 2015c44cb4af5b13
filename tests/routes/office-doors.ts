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
  'GET /office/account/recovery-codes': 'own',
  'GET /office/account/second-factor': 'own',
  'GET /office/audit': 'audit',
  'GET /office/audit.csv': 'audit',
  'GET /office/forgotten': 'public',
  'GET /office/invited/:code': 'public',
  'GET /office/organisation/sign-in': 'organisation',
  'GET /office/organisation': 'organisation',
  'GET /office/people': 'people',
  'GET /office/people/:person': 'people',
  'GET /office/people/:person/link': 'people',
  'GET /office/people/new': 'people',
  'GET /office/second-step': 'public',
  'GET /office/reset/:code': 'public',
  'GET /office/sign-in': 'public',
  'GET /office/sign-in/:organisation': 'public',
  'GET /office/sign-in/callback': 'public',
  'GET /office/sites': 'sites',
  'GET /office/sites.csv': 'sites',
  'GET /office/sites/groups': 'sites',
  'GET /office/sites/groups/:group': 'sites',
  'GET /office/sites/import': 'sites',
  'GET /office/sites/import/:file': 'sites',
  'GET /office/sites/import/:file/faults.csv': 'sites',
  'GET /office/sites/new': 'sites',
  'GET /office/sites/site/:site': 'sites',
  'GET /office/surveys/:survey': 'numbers',
  'GET /office/surveys/:survey/days.svg': 'numbers',
  'GET /office/surveys/:survey/draft.yaml': 'surveys.edit',
  'GET /office/surveys/:survey/edit': 'surveys.edit',
  'GET /office/surveys/:survey/kiosk': 'surveys.edit',
  'GET /office/surveys/:survey/live': 'numbers',
  'GET /office/surveys/:survey/notice': 'surveys.edit',
  'GET /office/surveys/:survey/open': 'surveys.open',
  'GET /office/surveys/:survey/posters': 'surveys.open',
  'GET /office/surveys/:survey/posters.pdf': 'surveys.open',
  'GET /office/surveys/:survey/preview': 'surveys.edit',
  'GET /office/surveys/:survey/qr.png': 'surveys.open',
  'GET /office/surveys/:survey/qr.svg': 'surveys.open',
  'GET /office/surveys/:survey/questions/:question/figure.svg': 'numbers',
  'GET /office/surveys/:survey/questions/:question/sites.svg': 'numbers',
  'GET /office/surveys/:survey/register': 'surveys.edit',
  'GET /office/surveys/:survey/review': 'surveys.edit',
  'GET /office/surveys/:survey/state': 'surveys.open',
  'GET /office/surveys/new': 'surveys.edit',
  'GET /office/tablets': 'tablets',
  'GET /office/tablets/:device': 'tablets',
  'GET /office/tablets/:device/code': 'tablets',
  'GET /office/tablets/:device/pin': 'tablets',
  'GET /office/tablets/new': 'tablets',
  'GET /office/welcome/:code': 'public',
  'POST /office/account/name': 'own',
  'POST /office/account/passkeys': 'own',
  'POST /office/account/passkeys/options': 'own',
  'POST /office/account/passkeys/removal': 'own',
  'POST /office/account/password': 'own',
  'POST /office/account/second-factor': 'own',
  'POST /office/account/second-factor/codes': 'own',
  'POST /office/account/second-factor/off': 'own',
  'POST /office/account/sessions/end': 'own',
  'POST /office/account/sessions/others': 'own',
  'POST /office/forgotten': 'public',
  'POST /office/invited/:code': 'public',
  'POST /office/organisation/sign-in': 'organisation',
  'POST /office/organisation/sign-in/check': 'organisation',
  'POST /office/organisation/sign-in/removal': 'organisation',
  'POST /office/organisation/sign-in/second-factor': 'organisation',
  'POST /office/passkey': 'public',
  'POST /office/passkey/options': 'public',
  'POST /office/organisation': 'organisation',
  'POST /office/organisation/logo': 'organisation',
  'POST /office/organisation/logo/removal': 'organisation',
  'POST /office/people/:person': 'people',
  'POST /office/people/:person/link': 'people',
  'POST /office/people/:person/removal': 'people',
  'POST /office/people/:person/restoration': 'people',
  'POST /office/people/:person/sessions': 'people',
  'POST /office/people/:person/sign-in': 'people',
  'POST /office/people/:person/suspension': 'people',
  'POST /office/people/new': 'people',
  'POST /office/second-step': 'public',
  'POST /office/reset/:code': 'public',
  'POST /office/sign-in': 'public',
  'POST /office/sign-out': 'own',
  'POST /office/sites/groups': 'sites',
  'POST /office/sites/groups/:group': 'sites',
  'POST /office/sites/groups/:group/sites': 'sites',
  'POST /office/sites/import': 'sites',
  'POST /office/sites/import/:file': 'sites',
  'POST /office/sites/new': 'sites',
  'POST /office/sites/site/:site': 'sites',
  'POST /office/sites/site/:site/restoration': 'sites',
  'POST /office/sites/site/:site/retirement': 'sites',
  'POST /office/surveys/:survey/approval': 'surveys.edit',
  'POST /office/surveys/:survey/discard': 'surveys.edit',
  'POST /office/surveys/:survey/draft': 'surveys.edit',
  'POST /office/surveys/:survey/file': 'surveys.edit',
  'POST /office/surveys/:survey/no-sites': 'surveys.edit',
  'POST /office/surveys/:survey/open': 'surveys.open',
  'POST /office/surveys/:survey/state': 'surveys.open',
  'POST /office/surveys/new': 'surveys.edit',
  'POST /office/surveys/new/file': 'surveys.edit',
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
  administrator: [
    'people',
    'audit',
    'numbers',
    'tablets',
    'surveys.edit',
    'surveys.open',
    'sites',
    'organisation',
  ],
  editor: ['numbers', 'tablets', 'surveys.edit', 'surveys.open', 'sites'],
  planner: ['numbers'],
  moderator: ['numbers'],
  reception: ['tablets'],
}
