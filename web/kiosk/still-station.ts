import type { KioskPreview } from '../../src/survey/tablets/kiosk.ts'
import type { Station } from './station.ts'
import type { StationState } from './station-state.ts'

/** A tablet that shows a draft in the editor: it has no memory and no network, and keeps nothing. */
export function stillStation({ organisation, questionnaire }: KioskPreview): Station {
  const { timeZone } = questionnaire
  const survey = { questionnaire, dates: { timeZone, issued: true, closed: false } }
  const site = questionnaire.sites[0]?.id ?? ''
  const state: StationState = {
    enrolled: true,
    revoked: false,
    unknownDevice: false,
    online: true,
    queued: 0,
    oldest: null,
    setup: {
      tag: '',
      device: { name: '' },
      organisation,
      site,
      pin: { salt: '', key: '', rounds: 0 },
      surveys: [survey],
    },
    canKeep: true,
    lastSent: undefined,
    stale: false,
  }
  const nothing = async () => {}
  const open = questionnaire.questions.length > 0 ? [survey] : []
  return {
    state,
    onChange: () => () => {},
    now: () => 0,
    canKeep: async () => true,
    sendNow: nothing,
    enrol: async () => 'offline' as const,
    surveysNow: () => open,
    siteNow: () => site,
    pausedNow: () => [],
    shows() {},
    occupied() {},
    keep: nothing,
    pinIs: async () => false,
    leave: async () => false,
  }
}
