import { endingOf, endings, regionOf, without } from './suffix.ts'

const vowels = 'aeiouyäåö'

/**
 * The stem of a Swedish word in small letters: "klokare" and "klokast" are both "klok". The
 * Snowball algorithm of M. F. Porter, https://snowballstem.org/algorithms/swedish/stemmer.html.
 */
export function swedishStem(word: string): string {
  const region = regionOf(word, vowels)
  return other(pair(main(word, region), region), region)
}

const inflections = endings(
  'a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or ' +
    'as arnas ernas ornas es ades andes ens arens hetens erns at andet het ast s et',
)

function main(word: string, region: number): string {
  const ending = endingOf(word, region, inflections)
  if (!ending) return word
  if (ending === 'et') return isNeuter(word) ? without(word, 'et') : word
  if (ending !== 's') return without(word, ending)
  if (word.endsWith('ets') && isNeuter(without(word, 's'))) return without(word, 'ets')
  return /[bcdfghjklmnoprtvy]s$/.test(word) ? without(word, 's') : word
}

/** "huset" has an ending, "frihet", "identitet" and "paket" have not. */
const isNeuter = (word: string) => /.[aeiouyäåö][^aeiouyäåö]et$/.test(word) && !partOf.test(word)

const partOf =
  /(?:h|iet|uit|fab|cit|dit|alit|ilit|mit|nit|pit|rit|sit|tit|ivit|kvit|xit|kom|rak|pak|stak)et$/

const pairs = endings('dd gd nn dt gt kt tt')

const pair = (word: string, region: number) =>
  endingOf(word, region, pairs) ? word.slice(0, -1) : word

const derivations = endings('lig ig els öst fullt')

function other(word: string, region: number): string {
  const ending = endingOf(word, region, derivations)
  if (!ending) return word
  if (ending === 'öst') return /[iklnprtuv]öst$/.test(word) ? word.slice(0, -1) : word
  return ending === 'fullt' ? word.slice(0, -1) : without(word, ending)
}
