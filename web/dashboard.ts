import { drawFigures, watchAppearance } from './figures/figures.ts'
import { watchParticipation } from './figures/live.ts'

drawFigures(document)
watchAppearance()

for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) watchParticipation(part)
