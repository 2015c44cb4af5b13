// What heads the lists of stolen passwords, and the same in Swedish and Danish: the words that
// people build a long password from where they think of none. A password is refused that is made
// of nothing but these, which covers some ten million, not only those on a list.
const words = new Set(
  `password passwort passord losenord lösenord losen lösen adgangskode kodeord kode kod hemligt
  hemlig hemmelig secret letmein welcome valkommen välkommen velkommen hello hallo hejsan hej
  hejhej goddag login logon signin access admin administrator administratör root user anvandare
  användare bruger guest gast gäst test testing testar master default changeme andramig ændmig
  qwerty qwertyuiop qwertz asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc wsx edc
  azerty abc abcd abcde abcdef iloveyou loveyou love lovely jagalskardig jagälskardig älskling
  alskling elskerdig jegelskerdig kärlek karlek kaerlighed kærlighed sunshine princess prinsessa
  prinsesse dragon drake monkey apa abe football fotboll fodbold baseball basketball hockey ishockey
  handboll handbold superman batman spiderman starwars pokemon naruto shadow skugga skygge jordan
  michael jennifer jessica ashley daniel charlie thomas robert andreas anders andersson johan
  johansson karlsson nilsson erik eriksson larsson olsson persson svensson gustafsson jensen
  nielsen hansen pedersen christensen larsen sorensen sørensen rasmussen jorgensen jørgensen
  madsen kristensen olsen mette anne maria anna lars peter jens hans emma alice oliver william
  lucas hugo ida freja sofie computer dator datamaskin internet google facebook windows microsoft
  iphone samsung apple nintendo playstation xbox whatever trustno freedom frihet frihed killer
  hunter ranger soccer tigger ginger pepper cookie banana chocolate choklad chokolade cheese
  sommar sommaren sommer sommeren summer vinter vintern vinteren winter var våren varen vår forar
  forår foråret host höst hösten efterar efterår efteråret autumn fall spring januari februari
  mars april maj juni juli augusti september oktober november december januar februar marts august
  mandag måndag tisdag onsdag torsdag fredag lordag lördag sondag söndag tirsdag lørdag søndag
  monday tuesday wednesday thursday friday saturday sunday jul julen christmas midsommar
  sverige sweden svensk svenska danmark denmark dansk danske stockholm goteborg göteborg malmo
  malmö uppsala orebro örebro kobenhavn københavn copenhagen aarhus århus odense aalborg
  karlskoga region kommun kommune regionen kommunen landsting sjukhus sjukhuset sygehus hospital
  vardcentral vårdcentral halsa hälsa sundhed laege læge lakare läkare patient enkat enkät
  undersogelse undersøgelse fraga fråga sporgsmal spørgsmål svar svara answer arbete arbejde job
  jobb kontor office company foretag företag firma chef sekreterare hund hunden katt katten kat
  hest häst hast fisk bamse pippi snoopy mamma pappa mor far mormor farmor familj familien familie
  min mitt mit din ditt dit jag jeg du and och og the my is ar är er i am vi we superhemligt
  sommar12 liverpool arsenal chelsea barcelona manchester united djurgarden djurgården hammarby
  aik brondby brøndby ferrari porsche mercedes volvo saab toyota harley corvette mustang yamaha
  diamond silver guld gold flower blomma blomst angel ängel engel heaven himmel star stjärna
  stjarna stjerne matrix phoenix ninja samurai pirate warrior wizard gandalf merlin hobbit bond
  money pengar penge lucky lycka lykke happy glad smile peace fred jesus christ god gud
  number nummer one two three ett tva två tre fyra fem en to fire`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
const LONGEST = Math.max(...[...words].map((word) => word.length))

/** Keys beside each other, and what is counted or spelt in order. */
const rows = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyzåäö',
  'abcdefghijklmnopqrstuvwxyzæøå',
  'qwertyuiopåasdfghjklöäzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
]
const runs = [...rows, ...rows.map((row) => [...row].toReversed().join(''))]
const SHORTEST_RUN = 3
/** A fourth word makes more than anybody tries. */
const MOST_WORDS = 3

/**
 * Whether a password, however long, is nothing but at most three common words (or words of one's
 * own), with figures, signs and runs of the keyboard around them, written with 0 for o or not.
 */
export function isCommon(password: string, own: string[] = []): boolean {
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5) return true
  const mine = new Set(own)
  const isWord = (part: string) =>
    [part, plain(part)].some((written) => words.has(written) || mine.has(written))
  const longest = Math.max(LONGEST, ...own.map((word) => word.length))
  return fewestWords(lower, isWord, longest) <= MOST_WORDS
}

const looks: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const plain = (text: string) => [...text].map((sign) => looks[sign] ?? sign).join('')

/** How few different words a text can be made of, leaving out what is no word; infinite if it cannot. */
function fewestWords(text: string, isWord: (part: string) => boolean, longest: number): number {
  const best: Set<string>[] = [new Set()]
  for (let end = 1; end <= text.length; end += 1) {
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const before = best[start]
      if (!before) continue
      const part = text.slice(start, end)
      const word = isWord(part)
      if (!word && !isFiller(part)) continue
      const made = word ? new Set([...before, part]) : before
      const found = best[end]
      if (!found || made.size < found.size) best[end] = made
    }
  }
  return best[text.length]?.size ?? Number.POSITIVE_INFINITY
}

const isFiller = (part: string) =>
  (part.length === 1 && !/\p{L}/u.test(part)) ||
  (part.length >= SHORTEST_RUN && runs.some((run) => run.includes(part))) ||
  /^(.)\1+$/u.test(part)
