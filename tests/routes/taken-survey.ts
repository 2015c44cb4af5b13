import { ask, content, options, sites } from '../make.ts'

const both = (sv: string, da = sv) => ({ sv, da })

/** What a careless writer or reader of spreadsheets breaks. */
export const odd = [
  'Åsa, "Ærø"; öl\noch ä\n\nrad tre',
  '=1+1',
  '@SUM(A1)',
  '+46 70',
  '-2+3',
  '\tindragen',
  '007',
  '  blank på båda sidor  ',
  'العربية مع ١٢٣',
  '👩‍👩‍👧‍👦 👍🏽',
  '<b>&amp;</b> ]]>',
  '_x0041_ är inte A',
  'lång '.repeat(400),
]
export const survey = content(
  [
    ask.choices('val', {
      text: both('=HYPERLINK("http://evil.example")', 'Hvad, "nu"?'),
      help: both('Hjälp; med semikolon', 'Hjælp'),
      options: odd.map((words, index) => ({ id: `o${index}`, text: both(words) })),
      other: true,
      none: true,
    }),
    ask.scale('skala', { fromText: both('dåligt', 'dårligt'), toText: both('bra', 'godt') }),
    ask.ranking('rang', { options: options('a', 'b', 'c'), max: 2 }),
    ask.choice('glest', { options: options('ja', 'nej') }),
    ask.text('ord', { showIf: { question: 'val', is: ['o1', 'o6'] } }),
  ],
  {
    languages: ['sv', 'da'],
    title: both('Vården i år: så? Öst/väst'),
    sites: sites('norr', 'syd'),
  },
)
