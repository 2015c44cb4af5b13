/** The screen stays lit; the lock is lost whenever the page is hidden. */
export function stayAwake({ document, navigator }: Window) {
  const ask = () => {
    if (document.visibilityState !== 'visible') return
    // Refused where the battery is low: then the tablet sleeps, and wakes as it is.
    navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}
