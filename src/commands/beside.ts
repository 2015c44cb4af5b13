import { execFile } from 'node:child_process'
import { setPriority } from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** Answers come first. */
const NICE = 10

/** Runs a command of this program in a process of its own; fails with what that says. */
export const makeRunBeside = (program: string) => async (args: string[], signal: AbortSignal) => {
  const running = run(process.execPath, [program, ...args], { signal })
  const { pid } = running.child
  if (pid !== undefined) setPriority(pid, NICE)
  try {
    await running
  } catch (error) {
    if (signal.aborted) return
    const said = (error as { stderr?: string }).stderr?.trim()
    throw new Error(said || 'it ended early', { cause: error })
  }
}
