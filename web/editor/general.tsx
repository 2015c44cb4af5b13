import type { Editor } from './editor.ts'
import { Notes } from './notes.tsx'
import { addLanguage, removeLanguage } from './operations.ts'
import { TextField } from './text-field.tsx'

/** What stands above the questions, and in which languages. */
export function General({ editor }: { editor: Editor }) {
  const { say } = editor
  return (
    <section aria-labelledby="ed-general">
      <h2 id="ed-general">{say('general.title')}</h2>
      <Languages editor={editor} />
      <TextField editor={editor} path={['title']} label={say('name.title')} />
      <TextField editor={editor} path={['intro']} label={say('name.intro')} rows={3} />
    </section>
  )
}

function Languages({ editor }: { editor: Editor }) {
  const { languages, page, say, session } = editor
  const named = (id: string) => page.languages.find((one) => one.id === id)?.name ?? id
  const more = page.languages.filter(({ id }) => !languages.includes(id))
  const remove = (language: string) =>
    session.change((now) => removeLanguage(now, language), undefined, {
      focus: 'undo',
      said: say('said.removed', { name: named(language) }),
    })
  return (
    <div class="ed-languages">
      <h3>{say('languages.title')}</h3>
      <p class="ed-explained">
        {say('languages.text', { language: editor.called(languages[0] ?? '') })}
      </p>
      <Notes editor={editor} path={['languages']} />
      <ul>
        {languages.map((language, index) => (
          <li key={language}>
            <span lang={language}>{named(language)}</span>{' '}
            {languages.length > 1 && (
              <button type="button" class="ed-small" onClick={() => remove(language)}>
                {say('item.remove')} <span class="unseen">{named(language)}</span>
              </button>
            )}
            <Notes editor={editor} path={['languages', index]} />
          </li>
        ))}
        {more.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="ed-small"
              onClick={() => session.change((now) => addLanguage(now, id))}
            >
              {say('languages.add', { language: name })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
