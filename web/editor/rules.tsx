import { Breakdowns } from './breakdowns.tsx'
import type { Editor } from './editor.ts'
import { LineField } from './small-fields.tsx'
import { TextField } from './text-field.tsx'

/** When it is open, and how many must have answered before anything is shown. */
export function Rules({ editor }: { editor: Editor }) {
  const { say } = editor
  return (
    <details class="ed-part">
      <summary>
        <h2>{say('rules.title')}</h2>
      </summary>
      <div class="ed-pair">
        <LineField
          editor={editor}
          path={['opens']}
          type="date"
          label={say('name.opens')}
          hint={say('rules.opensHint')}
        />
        <LineField
          editor={editor}
          path={['closes']}
          type="date"
          label={say('name.closes')}
          hint={say('rules.closesHint')}
        />
        <LineField
          editor={editor}
          path={['timeZone']}
          list="zones"
          label={say('name.timeZone')}
          hint={say('rules.timeZoneHint')}
        />
        <LineField
          editor={editor}
          path={['smallestGroup']}
          type="number"
          label={say('name.smallestGroup')}
          hint={say('rules.smallestGroupHint')}
        />
        <LineField
          editor={editor}
          path={['graceDays']}
          type="number"
          label={say('name.graceDays')}
          hint={say('rules.graceDaysHint')}
        />
      </div>
      <Breakdowns editor={editor} />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
    </details>
  )
}

/** What the privacy notice is made from, in every language. */
export function Privacy({ editor }: { editor: Editor }) {
  const { say } = editor
  const texts = ['purpose', 'controller', 'contact', 'legalBasis', 'decision']
  return (
    <details class="ed-part">
      <summary>
        <h2>{say('privacy.title')}</h2>
      </summary>
      <p class="ed-explained">{say('privacy.text')}</p>
      {texts.map((name) => (
        <TextField
          key={name}
          editor={editor}
          path={['privacy', name]}
          label={say(`name.${name}`)}
        />
      ))}
      <LineField
        editor={editor}
        path={['privacy', 'retainUntil']}
        type="date"
        label={say('name.retainUntil')}
        hint={say('privacy.retainUntilHint')}
      />
    </details>
  )
}
