/** An on-screen keyboard covers at least this part of the screen. */
const COVERED = 0.2

/** Tells the style sheet how much of the page can be seen, so that a field is never covered. */
export function followSeen(page: Window) {
  const seen = page.visualViewport
  if (!seen) return
  const root = page.document.documentElement
  let tallest = 0
  let width = 0

  const tell = () => {
    // What is tallest without a keyboard is another measure once the tablet is turned.
    if (page.innerWidth !== width) tallest = 0
    width = page.innerWidth
    tallest = Math.max(tallest, page.innerHeight, seen.height)
    root.style.setProperty('--seen', `${seen.height}px`)
    root.style.setProperty('--seen-from', `${seen.offsetTop}px`)
    root.toggleAttribute('data-keyboard', seen.height < tallest * (1 - COVERED))
  }
  seen.addEventListener('resize', tell)
  seen.addEventListener('scroll', tell)
  tell()
}
