import { useState } from 'preact/hooks'
import { listOf, mapOf } from '../../src/survey/draft/tree.ts'
import { Adder } from './adder.tsx'
import { nameOf } from '../../src/survey/draft/describe.ts'
import type { Editor } from './editor.ts'
import { ItemButtons } from './item-buttons.tsx'
import { Notes } from './notes.tsx'
import { addOption } from './operations.ts'
import { Register } from './register.tsx'
import { LineField } from './small-fields.tsx'
import { TextField } from './text-field.tsx'

/** A region may have hundreds; so many are drawn at first. */
const FIRST = 30

/** The places that answers come from. */
export function Sites({ editor }: { editor: Editor }) {
  const { languages, say, session, tree } = editor
  const [most, setMost] = useState(FIRST)
  const [open, setOpen] = useState(false)
  const sites = listOf(tree['sites'])
  return (
    <details
      class="ed-part"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h2>{say('sites.title', { count: sites.length })}</h2>
      </summary>
      <p class="ed-explained">{say('sites.text')}</p>
      <Notes editor={editor} path={['sites']} />
      <ul class="ed-sites">
        {(open ? sites.slice(0, most) : []).map((site, index) => (
          <li key={String(mapOf(site)['id'] ?? index)}>
            <TextField
              editor={editor}
              path={['sites', index, 'name']}
              label={say('sites.one', { number: index + 1 })}
            />
            <Notes editor={editor} path={['sites', index, 'id']} />
            <LineField
              editor={editor}
              path={['sites', index, 'listed']}
              type="number"
              label={say('name.listed')}
            />
            <p class="ed-buttons">
              <ItemButtons
                editor={editor}
                list={['sites']}
                index={index}
                name={nameOf(editor, ['sites', index])}
              />
            </p>
          </li>
        ))}
      </ul>
      {sites.length > most && (
        <button type="button" class="ed-small" onClick={() => setMost(sites.length)}>
          {say('sites.more', { count: sites.length - most })}
        </button>
      )}
      {open && <Register editor={editor} />}
      <Adder
        id="add-site"
        label={say('sites.new')}
        button={say('sites.add')}
        language={languages[0]}
        onAdd={(words) => session.change((now) => addOption(now, ['sites'], words))}
      />
    </details>
  )
}
