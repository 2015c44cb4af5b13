const offer = document.querySelector<HTMLElement>('[data-receipt]')
if (offer) offered(offer)
else fillIn()

/** A code that is shown this once. */
function offered(offer: HTMLElement) {
  // The ticket is used up; the next person at this screen must not find the code either.
  const address = new URL(location.href)
  address.searchParams.delete('ticket')
  history.replaceState(null, '', address)
  addEventListener('pagehide', () => offer.remove())
  offer.querySelector<HTMLElement>('.copying')!.hidden = false
  const said = offer.querySelector('output')!
  const copy = offer.querySelector<HTMLElement>('[data-copy]')!
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(copy.dataset['copy']!).then(
      () => (said.textContent = said.dataset['said']!),
      () => getSelection()?.selectAllChildren(offer.querySelector('.code')!),
    )
  })
  offer.querySelector('[data-print]')!.addEventListener('click', () => print())
}

/** A code that a camera read stands after the #, which no server gets. */
function fillIn() {
  const field = document.querySelector<HTMLInputElement>('#code')
  const code = location.hash.slice(1)
  if (!field || !/^[0-9A-Za-z-]{10,60}$/.test(code)) return
  field.value = code
  history.replaceState(null, '', location.pathname + location.search)
}
