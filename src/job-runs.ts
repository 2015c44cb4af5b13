export type JobRuns = ReturnType<typeof makeJobRuns>

/** How the jobs of the schedule fare in this process, for whoever watches it. */
export function makeJobRuns(clock: () => number) {
  const startedAt = clock()
  const runs = new Map<string, { doneAt: number; failures: number }>()
  // What has never been done counts from the start: it is late only when that is long ago.
  const runOf = (job: string) => {
    const run = runs.get(job) ?? { doneAt: startedAt, failures: 0 }
    runs.set(job, run)
    return run
  }
  return {
    done(job: string) {
      runOf(job).doneAt = clock()
    },
    failed(job: string) {
      runOf(job).failures += 1
    },
    all: () => [...runs].map(([job, run]) => ({ job, ...run })),
  }
}
