/** Words that join two questions into one: an answer then says nothing of either. */
const doubles: Record<string, RegExp> = {
  sv: /\s(och|samt)\s/i,
  da: /\s(og|samt)\s/i,
  en: /\s(and)\s/i,
}

/** What lays the answer in one's mouth. A question of how satisfied one is names both ends. */
const leadings: Record<string, RegExp[]> = {
  sv: [
    /\b(håller du( inte)? med om|tycker du inte|visst |borde inte|nog att)/i,
    /\b(självklart|naturligtvis|givetvis|förstås|uppenbart)\b/i,
    /\bhur (bra|nöjd|trygg|viktigt)\b(?!.*\b(miss|otrygg|dålig|oviktig|eller\b))/i,
  ],
  da: [
    /\b(er du( ikke)? enig i|synes du ikke|mener du ikke|burde ikke|vel\?)/i,
    /\b(selvfølgelig|naturligvis|jo også)\b/i,
    /\bhvor (godt|tilfreds|tryg|vigtigt)\b(?!.*\b(u(til|tryg|vigtig)|dårlig|eller\b))/i,
  ],
  en: [
    /\b(do(n't| not)? you( not)? agree|don't you|shouldn't|isn't it)\b/i,
    /\b(of course|obviously|surely|clearly)\b/i,
    /\bhow (good|satisfied|safe|important)\b(?!.*\b(dis|un|bad|or\b))/i,
  ],
}

/** The word by which a question asks of two things at once. */
export const doubleIn = (question: string, language: string) =>
  doubles[language]?.exec(question)?.[1]?.toLowerCase()

/** The words that lead to an answer. */
export const leadingIn = (question: string, language: string) =>
  leadings[language]?.map((pattern) => pattern.exec(question)?.[0].trim()).find(Boolean)
