import { counters } from './parts/counters.ts'
import { followUps } from './parts/follow-ups.ts'
import { noneOfThese } from './parts/none-of-these.ts'
import { sending } from './parts/sending.ts'

// From <main>, never from the form: questions may be called "action" or "querySelector", and
// would then hide the form's own properties.
function enhance() {
  const main = document.querySelector<HTMLElement>('#main')
  if (!main || !document.querySelector('#answers')) return
  noneOfThese(main)
  followUps(main)
  counters(main)
  sending(main, enhance)
}

enhance()
