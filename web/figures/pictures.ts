/** Twice the size it is shown in, so that it is sharp in print. */
const SHARP = 2

/** Offers each figure as PNG: the server's picture, painted here. */
export function offerPictures(part: ParentNode) {
  for (const button of part.querySelectorAll<HTMLButtonElement>('[data-picture]')) {
    button.hidden = false
    const failed = button.parentElement!.querySelector<HTMLElement>('[data-picture-failed]')!
    button.addEventListener('click', async () => {
      failed.hidden = true
      await save(button.dataset['picture']!).catch(() => {
        failed.hidden = false
      })
    })
  }
}

async function save(address: string) {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * SHARP
  canvas.height = image.naturalHeight * SHARP
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!png) throw new Error('not painted')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(png)
  link.download = `${nameIn(address)}.png`
  link.click()
  // The browser still reads it when the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** `/office/surveys/karlskoga/questions/kontakt/sites.svg` is called karlskoga-kontakt-sites. */
const nameIn = (address: string) =>
  new URL(address, location.href).pathname
    .replace(/^\/office\/surveys\//, '')
    .replace('/questions/', '-')
    .replace(/\.svg$/, '')
    .replaceAll('/', '-')
