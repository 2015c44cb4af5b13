import type { Content, Option, Question } from '../../src/survey/questionnaire.ts'
import { ask, content, sites } from '../make.ts'

const both = (sv: string, da: string) => ({ sv, da })
const option = (id: string, sv: string, da: string): Option => ({ id, text: both(sv, da) })

/** Seven options, each as long as a person who asks would write it. */
const seven: Option[] = [
  option(
    'tid',
    'Att få en tid snabbt när jag behöver det, också på kvällar',
    'At jeg kan få en tid hurtigt, når jeg har brug for det, også om aftenen',
  ),
  option(
    'samma',
    'Att träffa samma läkare eller sjuksköterska varje gång',
    'At jeg møder den samme læge eller sygeplejerske hver eneste gang',
  ),
  option(
    'telefon',
    'Att komma fram på telefon utan att vänta i kö',
    'At jeg kan komme igennem på telefonen uden at skulle vente i kø',
  ),
  option(
    'digitalt',
    'Att kunna boka tid och ställa frågor på nätet',
    'At jeg kan bestille tid og stille spørgsmål på nettet, når det passer mig',
  ),
  option(
    'nara',
    'Att den ligger nära mig eller är lätt att ta sig till',
    'At klinikken ligger tæt på, hvor jeg bor, eller er let at komme til',
  ),
  option(
    'plan',
    'Att min vårdplan och mina läkemedel gås igenom med mig',
    'At min behandlingsplan og medicin bliver gennemgået sammen med mig',
  ),
  option(
    'samarbete',
    'Att vårdcentralen, sjukhuset och kommunen samarbetar',
    'At sundhedsmyndighederne, sygehuset og kommunen arbejder sammen om mig',
  ),
]

export const questions: Question[] = [
  ask.choice('viktigast', {
    text: both(
      'Vad är viktigast för dig på din vårdcentral?',
      'Hvad er det vigtigste for dig, når du har brug for hjælp i dit lægehus eller hos hjemmesygeplejersken?',
    ),
    options: seven,
    required: true,
  }),
  ask.scale('latt', {
    text: both(
      'Hur lätt är det att få en tid när du behöver det snabbt?',
      'Hvor let er det at få en tid, når du har brug for det hurtigt?',
    ),
    fromText: both('Mycket svårt', 'Meget svært'),
    toText: both('Mycket lätt', 'Meget let'),
    required: true,
  }),
  ask.choices('svart', {
    text: both('Vad gör det svårt?', 'Hvad gør det svært?'),
    options: [
      option(
        'telefon',
        'Jag kommer inte fram på telefon',
        'Jeg kan ikke komme igennem på telefonen',
      ),
      option('vantan', 'Jag får vänta för länge på en tid', 'Der er for lang ventetid'),
      option('langt', 'Det är långt dit', 'Der er langt derhen'),
    ],
    other: true,
    none: true,
    max: 2,
    showIf: { question: 'latt', is: ['1', '2'] },
  }),
  ask.scale('troligt', {
    text: both(
      'Hur troligt är det att du skulle rekommendera vårdcentralen?',
      'Hvor sandsynligt er det, at du ville anbefale lægehuset?',
    ),
    from: 0,
    to: 10,
    dontKnow: false,
    fromText: both('Inte alls troligt', 'Slet ikke sandsynligt'),
    toText: both('Mycket troligt', 'Meget sandsynligt'),
  }),
  ask.ranking('ordning', {
    text: both('Vad ska vi börja med?', 'Hvad skal vi begynde med?'),
    options: seven.slice(0, 6),
    max: 3,
  }),
  ask.text('eget', {
    text: both(
      'Vad vill du säga till dem som tar fram förslaget?',
      'Hvad vil du gerne sige til dem, der laver forslaget?',
    ),
    help: both(
      'Skriv inte namn, personnummer eller något annat som visar vem du är.',
      'Skriv ikke navn, personnummer eller andet, der viser, hvem du er.',
    ),
  }),
]

/** Open in the summer of 2026, in Swedish and Danish. */
export const kioskSurvey = (more: Partial<Content> = {}): Content =>
  content(questions, {
    id: 'vard',
    languages: ['sv', 'da'],
    title: both('Tre frågor om din vårdcentral', 'Tre spørgsmål om dit lægehus'),
    intro: both('Vi frågar.', 'Vi spørger.'),
    sites: sites('norr', 'soder'),
    ...more,
  })
