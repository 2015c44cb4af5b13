import { languageName } from '../../../survey/language.ts'
import type { OfficeFrame } from '../frame.tsx'
import { Group } from '../labelled.tsx'

interface Props {
  frame: OfficeFrame
  chosen: string
}

/** In which language a colleague is written to. */
export function LetterLanguage({ frame, chosen }: Props) {
  return (
    <Group name="language" label={frame.words('mail:language')}>
      {frame.languages.map((language) => (
        <label key={language} class="pick">
          <input type="radio" name="language" value={language} checked={language === chosen} />
          <span lang={language}>{languageName(language)}</span>
        </label>
      ))}
    </Group>
  )
}
