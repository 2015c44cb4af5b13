const HOLD = 3000
/** Pixels from the upper left corner. */
const CORNER = 96

/**
 * Opens for who holds a finger in the upper left corner for three seconds, or presses
 * Ctrl, Alt, Shift and S. Returns how to stop listening.
 */
export function staffDoor(page: Window, open: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const release = () => clearTimeout(timer)
  const isCorner = ({ clientX, clientY }: PointerEvent) => clientX < CORNER && clientY < CORNER

  const hold = (event: PointerEvent) => {
    release()
    if (isCorner(event)) timer = setTimeout(open, HOLD)
  }
  const move = (event: PointerEvent) => void (isCorner(event) || release())
  const key = ({ ctrlKey, altKey, shiftKey, code }: KeyboardEvent) => {
    if (ctrlKey && altKey && shiftKey && code === 'KeyS') open()
  }
  page.addEventListener('pointerdown', hold)
  page.addEventListener('pointermove', move)
  page.addEventListener('pointerup', release)
  page.addEventListener('pointercancel', release)
  page.addEventListener('keydown', key)
  return () => {
    release()
    page.removeEventListener('pointerdown', hold)
    page.removeEventListener('pointermove', move)
    page.removeEventListener('pointerup', release)
    page.removeEventListener('pointercancel', release)
    page.removeEventListener('keydown', key)
  }
}
