import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { dress, wipe } from '../look.ts'
import { noTries } from '../pin-tries.ts'
import { staffDoor } from '../staff-door.ts'
import type { Visit } from '../visit.ts'
import { preferred } from '../words.ts'
import { Enrol } from './enrol.tsx'
import { Everyone } from './frame.tsx'
import { useEvery, useStation } from './hooks.ts'
import { useOpen } from './open.ts'
import { Person } from './person.tsx'
import { Staff } from './staff.tsx'
import { Start } from './start.tsx'
import type { Stage } from './stage.ts'

interface Props {
  stage: Stage
  code: string | undefined
}

/** Which screen it is. */
export function Screens({ stage, code }: Props) {
  const { station, updates, page, wished } = stage
  const state = useStation(station)
  const { surveys, told } = useOpen(stage, state)
  const [visit, setVisit] = useState<Visit>()
  const [staff, setStaff] = useState(false)
  const [language, setLanguage] = useState(() => preferred(wished))
  const [unused, setUnused] = useState(code)
  const tries = useRef(noTries)
  const accent = state.setup?.organisation.accent

  useLayoutEffect(() => dress(page.document, accent ?? ''), [accent])
  useLayoutEffect(() => {
    if (state.enrolled && !state.revoked) return staffDoor(page, () => setStaff(true))
    return undefined
  }, [state.enrolled, state.revoked])

  useEffect(() => {
    // A code is for now: it must not be tried again when the tablet is one day unknown.
    if (state.enrolled && state.online && !state.unknownDevice) setUnused(undefined)
  }, [state.enrolled, state.online, state.unknownDevice])
  useEffect(() => {
    // What another page made of the store, or the staff who gave it up, is seen by starting anew.
    if (state.stale && !visit) page.location.reload()
  }, [state.stale, visit])

  useEvery(60_000, () => {
    if (!visit && !staff) void updates.between()
  })

  function start(next: Visit) {
    occupied(true)
    setVisit(next)
  }
  function occupied(now: boolean) {
    station.occupied(now)
    updates.occupied(now)
  }
  function over() {
    occupied(false)
    setVisit(undefined)
    wipe(page)
  }

  if (state.revoked && !visit) return <Everyone phrase="revoked" />
  if ((!state.enrolled && !visit) || (state.unknownDevice && unused)) {
    return <Enrol stage={stage} language={language} setLanguage={setLanguage} code={unused} />
  }
  return (
    <>
      {staff && (
        <Staff
          stage={stage}
          language={language}
          setLanguage={setLanguage}
          tries={tries}
          opened={over}
          close={() => setStaff(false)}
        />
      )}
      <div class="stage" hidden={staff}>
        {visit ? (
          <Person key={visit.id} stage={stage} first={visit} behind={staff} over={over} />
        ) : state.unknownDevice ? (
          <Everyone phrase="unknown" />
        ) : !state.canKeep ? (
          <Full stage={stage} />
        ) : (
          <Start stage={stage} surveys={surveys} told={told} start={start} />
        )}
      </div>
    </>
  )
}

/** Asks again now and then whether there is room. */
function Full({ stage }: { stage: Stage }) {
  useEvery(15_000, () => void stage.station.canKeep())
  return <Everyone phrase="full" />
}
