export type Speech = ReturnType<typeof makeSpeech>

/**
 * Reads aloud with a voice of the tablet's own: what is sent to a voice elsewhere would tell of
 * the person's screen. Speaks nothing where there is none.
 */
export function makeSpeech(synthesis: SpeechSynthesis | undefined) {
  const prefix = (tag: string) => tag.toLowerCase().split(/[-_]/)[0]!
  const voiceOf = (language: string) =>
    synthesis
      ?.getVoices()
      .find(({ lang, localService }) => localService && prefix(lang) === prefix(language))
  let turn = 0

  return {
    speaks: (language: string) => voiceOf(language) !== undefined,
    /** Voices come late in some browsers; returns how to stop listening for them. */
    onVoices(listener: () => void) {
      synthesis?.addEventListener?.('voiceschanged', listener)
      return () => synthesis?.removeEventListener?.('voiceschanged', listener)
    },
    /** Sentence by sentence, so that long pages are not cut off. */
    say(sentences: string[], language: string, done: () => void) {
      synthesis?.cancel()
      turn += 1
      const mine = turn
      const voice = voiceOf(language) ?? null
      const ended = () => mine === turn && done()
      for (const [index, sentence] of sentences.entries()) {
        const utterance = new SpeechSynthesisUtterance(sentence)
        utterance.voice = voice
        utterance.lang = voice?.lang ?? language
        if (index === sentences.length - 1) utterance.addEventListener('end', ended)
        utterance.addEventListener('error', ended)
        synthesis?.speak(utterance)
      }
    },
    hush() {
      turn += 1
      synthesis?.cancel()
    },
  }
}
