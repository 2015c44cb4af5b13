const HALF_AN_HOUR = 30 * 60_000

export type Updates = ReturnType<typeof watchUpdates>

/**
 * Keeps what the tablet starts with. A new version installs itself in the background, and takes
 * over when the page says that nobody is in the middle of an answer.
 */
export function watchUpdates(
  container: ServiceWorkerContainer | undefined,
  elapsed: () => number,
  reload: () => void,
) {
  const registered = container
    ?.register('/kiosk/worker.js', { scope: '/kiosk', updateViaCache: 'none' })
    .catch(() => undefined)
  let asked = false
  let looked = elapsed()

  let taken = false
  let occupied = false

  container?.addEventListener('controllerchange', () => {
    // The first worker of all comes unasked, and the page is already what it keeps.
    taken = asked
    if (taken && !occupied) reload()
  })

  return {
    /** Somebody may begin just when the new version takes over. */
    occupied(now: boolean) {
      occupied = now
      if (taken && !occupied) reload()
    },
    /** To be called while the start screen stands. */
    async between() {
      const registration = await registered
      if (!registration) return
      if (registration.waiting) {
        // Asked each time, and it may take some seconds: the old one finishes first.
        asked = true
        registration.waiting.postMessage('take-over', [])
      } else if (elapsed() - looked >= HALF_AN_HOUR) {
        looked = elapsed()
        // Without network there is nothing newer.
        await registration.update().catch(() => undefined)
      }
    },
  }
}

/** A draft in the editor is shown by whatever program came with it. */
export const noUpdates: Updates = { occupied() {}, async between() {} }
