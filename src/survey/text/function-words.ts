/**
 * The small words of each language, which tell it and stand out nowhere. Those that two languages
 * share are in both lists.
 */
export const functionWords: Record<'sv' | 'da' | 'en' | 'ar', ReadonlySet<string>> = {
  sv: set(`och att det som en på är av för med till den har de inte om ett han hon men var jag sig
    från vi så kan när år säger under också efter eller nu sin där vid mot ska skulle kommer ut får
    finns vara hade alla andra mycket än här då bli vad över bara upp man vill ha ni er du dig mig
    min mitt mina din ditt dina vår vårt våra sitt sina hur varför vem vilken dem dom oss blir blev
    varit gör göra något någon några ingen inget inga allt samma utan mer mest mellan redan sedan
    även ju igen in dit hit detta denna dessa honom henne hans hennes bör måste`),
  da: set(`og i at det er en til på der som af for med den de har ikke et han hun men var jeg sig fra
    vi så kan når siger under også efter eller nu sin ved mod skal skulle kommer ud får findes være
    havde alle andre meget end her da blive hvad over kun op man vil have I jer du dig mig min mit
    mine din dit dine vores sit sine hvor hvorfor hvem hvilken dem os bliver blev været gør gøre
    noget nogen nogle ingen intet alt samme uden mere mest mellem allerede siden selv jo igen ind
    dette denne disse ham hende hans hendes bør må om`),
  en: set(`the and to of a in is it you that he was for on are with as I his they be at one have this
    from or had by not but what all were we when your can said there an each which she do how their
    if will up other about out many then them these so some her would make like him into has two
    more no way could my than been who its now did get our me too any very just only should because
    don't it's i'm`),
  ar: set(`في من على إلى عن مع أن إن لا ما لم لن هو هي هم أنا أنت نحن هذا هذه ذلك تلك التي الذي الذين
    كان كانت يكون قد ثم أو بل كل بعض غير عند بعد قبل حتى بين كما لكن إذا متى كيف لماذا هناك هنا جدا
    أيضا فقط يجب يمكن ليس لي لنا له لها لهم`),
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.toLowerCase().split(/\s+/))
}
