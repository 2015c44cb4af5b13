import { drawFigures, watchAppearance } from './figures/figures.ts'
import { watchParticipation } from './figures/live.ts'
import { offerPictures } from './figures/pictures.ts'

drawFigures(document)
watchAppearance()
offerPictures(document)

for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) watchParticipation(part)
