import { Problem } from '../../../survey/problem.ts'
import type { Connection } from '../connection.ts'
import { sortSome } from './keep.ts'

/** So many milliseconds without a sending are a quiet moment. */
const QUIET = 300
/** At the latest, where no moment is quiet, and again after a failure. */
const OFTEN = 60_000

/** Sorts responses of a burst into their table whenever nothing has come for a moment. */
export function sortWhenQuiet(connection: Connection) {
  let timer: NodeJS.Timeout | undefined
  let pause = QUIET
  let came = false
  let often: NodeJS.Timeout | undefined

  function wait(milliseconds: number) {
    if (timer && pause === milliseconds) return void timer.refresh()
    clearTimeout(timer)
    pause = milliseconds
    timer = setTimeout(step, milliseconds).unref()
  }

  function step() {
    try {
      if (sortSome(connection)) wait(0)
    } catch (error) {
      // They are kept where they are, and it is tried again.
      if (!(error instanceof Problem)) throw error
    }
  }

  return {
    /** Looks for what an earlier process has left; once, however often it is asked. */
    begin() {
      if (often) return
      often = setInterval(step, OFTEN).unref()
      wait(QUIET)
    },
    /** Something came: not now. */
    putOff() {
      came = true
      often ??= setInterval(step, OFTEN).unref()
      wait(QUIET)
    },
    /**
     * Sorts in all that is left, as far as the database lets it. Who kept nothing leaves that to
     * the server: a command beside it would fight with it for the database.
     */
    finish() {
      clearTimeout(timer)
      clearInterval(often)
      if (!came) return
      try {
        while (sortSome(connection));
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
    },
  }
}
