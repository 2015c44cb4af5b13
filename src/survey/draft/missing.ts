import type { Content, Text } from '../questionnaire.ts'

type Path = (string | number)[]

/** What a draft lacks before it may be opened: the path of each field. [] where it is complete. */
export function missing(content: Content): Path[] {
  const { privacy, questions, languages } = content
  const gaps = (path: Path, text: Text): Path[] =>
    languages.filter((language) => !text[language]).map((language) => [...path, language])
  const { retainUntil, ...words } = privacy
  return [
    ...gaps(['title'], content.title),
    ...gaps(['intro'], content.intro),
    ...Object.entries(words).flatMap(([name, text]) => gaps(['privacy', name], text)),
    ...(retainUntil ? [] : [['privacy', 'retainUntil']]),
    ...(questions.length > 0 ? [] : [['questions']]),
    ...content.sites.flatMap((site, index) => gaps(['sites', index, 'name'], site.name)),
    ...questions.flatMap((question, index) => {
      const at = ['questions', index]
      return [
        ...gaps([...at, 'text'], question.text),
        ...(question.help ? gaps([...at, 'help'], question.help) : []),
        ...('options' in question
          ? question.options.flatMap((option, place) =>
              gaps([...at, 'options', place, 'text'], option.text),
            )
          : []),
        ...(question.kind === 'scale'
          ? [
              ...(question.fromText ? gaps([...at, 'from', 'text'], question.fromText) : []),
              ...(question.toText ? gaps([...at, 'to', 'text'], question.toText) : []),
            ]
          : []),
        ...(question.kind === 'number' && question.unit
          ? gaps([...at, 'unit'], question.unit)
          : []),
      ]
    }),
  ]
}
