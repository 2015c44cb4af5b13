/** A bar on a terminal for what takes long; nothing where nobody watches. */
export function makeProgress(what: string) {
  const { stderr } = process
  let last = -1
  const show = (done: number, of: number) => {
    const percent = of === 0 ? 100 : Math.floor((100 * done) / of)
    if (!stderr.isTTY || percent === last) return
    last = percent
    const bar = '█'.repeat(percent / 4).padEnd(25, '░')
    stderr.write(`\r${bar} ${percent} % of ${of} ${what}`)
  }
  show.end = () => {
    if (last >= 0) stderr.write('\r\u001b[K')
  }
  return show
}
