import { useState } from 'preact/hooks'
import type { Offer } from '../../src/survey/draft/editor-data.ts'
import { listOf, mapOf } from '../../src/survey/draft/tree.ts'
import type { Site } from '../../src/survey/questionnaire.ts'
import type { Editor } from './editor.ts'
import { addSites } from './operations.ts'

/** Sites of the organisation's register, found by words and added one by one or a group at once. */
export function Register({ editor }: { editor: Editor }) {
  const { languages, page, say, session, tree } = editor
  const [words, setWords] = useState('')
  const [offer, setOffer] = useState<Offer>()
  const [isLost, setLost] = useState(false)
  const seek = async () => {
    const address = `${page.register}?q=${encodeURIComponent(words)}`
    const reply = await fetch(address).catch(() => undefined)
    const found = reply?.ok ? ((await reply.json()) as Offer) : undefined
    setLost(!found)
    setOffer(found)
  }
  const there = new Set(listOf(tree['sites']).map((site) => mapOf(site)['id']))
  const nameOf = ({ id, name }: Site) => name[languages[0] ?? ''] ?? Object.values(name)[0] ?? id
  const add = (sites: Site[]) => session.change((now) => addSites(now, sites))
  const fresh = (sites: Site[]) => sites.filter(({ id }) => !there.has(id))
  return (
    <div class="ed-register">
      <div class="ed-adder">
        <label for="seek-sites">{say('register.seek')}</label>
        <div class="ed-adder-row">
          <input
            id="seek-sites"
            type="search"
            autocomplete="off"
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              void seek()
            }}
          />
          <button type="button" class="button plain" onClick={() => void seek()}>
            {say('register.send')}
          </button>
        </div>
      </div>
      <output>
        {isLost && say('register.lost')}
        {offer && say('register.found', { count: offer.found })}
      </output>
      {offer && (
        <ul class="ed-offers">
          {offer.groups.map(({ id, name, sites }) => (
            <li key={`group ${id}`}>
              <span>{say('register.group', { name, count: sites.length })}</span>
              <button
                type="button"
                class="ed-small"
                disabled={fresh(sites).length === 0}
                onClick={() => add(sites)}
              >
                {say('register.all', { name })}
              </button>
            </li>
          ))}
          {offer.sites.map((site) => (
            <li key={site.id}>
              <span>{nameOf(site)}</span>
              <button
                type="button"
                class="ed-small"
                disabled={there.has(site.id)}
                onClick={() => add([site])}
              >
                {say(there.has(site.id) ? 'register.there' : 'register.add', {
                  name: nameOf(site),
                })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
