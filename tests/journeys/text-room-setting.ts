import { loadDemo } from '../../src/commands/demo.ts'
import { ACT, NOON, type Started } from '../start.ts'

const region = 'region-orebro-lan'
export const room = '/office/surveys/karlskoga'

const themes = [
  ['Telefon och tider', 'Att komma fram, få en tid och vänta. Inte besöket i sig.', '1'],
  ['Samma läkare', 'Att få träffa någon som känner en. Hyrläkare hör hit.', '2'],
  ['Bemötande', '', '3'],
  ['Var den ligger', 'Avstånd, buss, sammanslagning av vårdcentraler.', 'v'],
] as const

/** The demo with people who read it and a codebook. */
export async function prepareTextRoom(svar: Started) {
  await loadDemo(svar.store, Date.parse(NOON))
  for (const name of ['anna', 'bo']) await svar.addUser(`${name}@region.example`, region)
  const norr = { role: 'planner', sites: ['karolina'] } as const
  await svar.addUser('karolina@region.example', region, undefined, { ...norr, sites: ['karolina'] })
  for (const [index, [name, description, key]] of themes.entries()) {
    const theme = { id: `tema-nr-${index}`, name, description, key }
    await svar.store.saveTheme(region, 'karlskoga', theme, ACT)
  }
}

export const commentsIn = async (svar: Started) =>
  (await svar.store.comments(region, 'karlskoga'))!.comments

export const codingsIn = (svar: Started) => svar.store.codings(region, 'karlskoga')

export const nameOf = (text: string) => ({ organisation: region, survey: 'karlskoga', text })
