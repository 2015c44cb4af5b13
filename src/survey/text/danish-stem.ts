import { endingOf, endings, regionOf, without } from './suffix.ts'

const vowels = 'aeiouyæåø'

/**
 * The stem of a Danish word in small letters: "undersøgelser" and "undersøge" are both "undersøg".
 * The Snowball algorithm of M. F. Porter, https://snowballstem.org/algorithms/danish/stemmer.html.
 */
export function danishStem(word: string): string {
  if (word.length < 3) return word
  const quoted = word.indexOf("'") + 1
  const region = quoted > 0 ? Math.max(quoted, 3) : regionOf(word, vowels)
  const stem = undouble(other(pair(main(word, region), region), region), region)
  return stem.endsWith("'") ? stem.slice(0, -1) : stem
}

const inflections = endings(
  'hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes ' +
    'erendes enes ernes eres ens hedens erens ers ets erets et eret s',
)

function main(word: string, region: number): string {
  const ending = endingOf(word, region, inflections)
  if (!ending) return word
  if (ending !== 's') return without(word, ending)
  return /[abcdfghjklmnoprtvyzå']s$/.test(word) ? without(word, 's') : word
}

const pairs = endings('gd dt gt kt')

const pair = (word: string, region: number) =>
  endingOf(word, region, pairs) ? word.slice(0, -1) : word

const derivations = endings('ig lig elig els løst')

function other(word: string, region: number): string {
  const plain = word.endsWith('igst') ? without(word, 'st') : word
  const ending = endingOf(plain, region, derivations)
  if (!ending) return plain
  return ending === 'løst' ? plain.slice(0, -1) : pair(without(plain, ending), region)
}

const undouble = (word: string, region: number) =>
  word.length > region && /([bdfgklmnprst])\1$/.test(word) ? word.slice(0, -1) : word
