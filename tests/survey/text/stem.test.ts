import { expect, test } from 'vitest'
import { danishStem } from '../../../src/survey/text/danish-stem.ts'
import { swedishStem } from '../../../src/survey/text/swedish-stem.ts'

const pairs = (text: string) =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string])

// https://snowballstem.org/algorithms/swedish/stemmer.html, the sample there; the last lines from
// its vocabulary (snowball-data, swedish/voc.txt and output.txt), for the rules the sample lacks.
const swedish = pairs(`
  jakt=jakt jaktbössa=jaktböss jakten=jakt jakthund=jakthund jaktkarl=jaktkarl
  jaktkarlar=jaktkarl jaktkarlarne=jaktkarl jaktkarlens=jaktkarl jaktlöjtnanten=jaktlöjtnant
  jalusien=jalusi jalusierna=jalusi jamaika=jamaik jamat=jam jamrande=jamr jamt=jamt jande=jand
  januari=januari japanska=japansk jaquette=jaquet jazzvindens=jazzvind jcsus=jcsus je=je
  jemföra=jemför jemföras=jemför jemförelse=jemför jemförelser=jemför klo=klo kloaken=kloak
  klocka=klock klockan=klockan klockare=klock klockarens=klock klockarfar=klockarf
  klockarsonen=klockarson klocklikt=klocklik klockorna=klock klockors=klockor kloka=klok
  klokare=klok klokast=klok klokaste=klok klokhet=klok klokheten=klok klokt=klokt
  kloliknande=klolikn klorna=klorn kloster=klost klostergården=klostergård klot=klot
  huset=hus husets=hus arbetets=arbet bergets=berget nyhet=nyhet paket=paket identitet=identitet
  hjälplöst=hjälplös duvoröst=duvorös brusalahöst=brusalahöst smakfullt=smakfull tjänst=tjänst
`)

// https://snowballstem.org/algorithms/danish/stemmer.html, likewise.
const danish = pairs(`
  indtage=indtag indtagelse=indtag indtager=indtag indtages=indtag indtaget=indtag
  indtil=indtil indtog=indtog indtraf=indtraf indtryk=indtryk indtræde=indtræd
  indtræder=indtræd indtræffe=indtræf indtræffer=indtræf indtrængende=indtræng
  underste=underst undersåtter=undersåt undersåtters=undersåt undersøg=undersøg
  undersøge=undersøg undersøgelse=undersøg undersøgelsen=undersøg undersøger=undersøg
  undersøgt=undersøg undersøgte=undersøg undertryk=undertryk undertrykke=undertryk
  undertvang=undertvang undertvunget=undertvung undertvungne=undertvungn
  allermægtigst=allermæg kosteligst=kost hjerteløst=hjerteløs klagerøst=klagerøst
`)

test.each(swedish)('Swedish: %s is %s', (word, stem) => {
  expect(swedishStem(word)).toBe(stem)
})

test.each(danish)('Danish: %s is %s', (word, stem) => {
  expect(danishStem(word)).toBe(stem)
})

test('Danish words with an apostrophe, and those of two letters', () => {
  expect(["pc'en", "pc'er", 'ø', 'te'].map(danishStem)).toEqual(['pc', 'pc', 'ø', 'te'])
})
