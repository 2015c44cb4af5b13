import { useEffect, useState } from 'preact/hooks'
import { directionOf } from '../../../src/survey/language.ts'
import type { StationState } from '../station.ts'
import type { Words } from '../words.ts'
import { Heading, Languages } from './frame.tsx'
import { useStation } from './hooks.ts'
import { Leaving } from './leaving.tsx'
import type { Stage } from './stage.ts'

interface Props {
  stage: Stage
  words: Words
  language: string
  setLanguage: (language: string) => void
  enrol: () => void
  close: () => void
}

/** How the tablet is, and what the staff can do about it. */
export function Settings({ stage, words, language, setLanguage, enrol, close }: Props) {
  const { station } = stage
  const state = useStation(station)
  const [sending, setSending] = useState<'not' | 'sending' | 'tried'>('not')
  const [leaving, setLeaving] = useState(false)

  async function send() {
    if (sending === 'sending') return
    setSending('sending')
    await station.sendNow()
    setSending('tried')
  }
  return (
    <div class="screen staff">
      <header class="top">
        <Languages language={language} label={words('kiosk:staff.language')} choose={setLanguage} />
      </header>
      <main>
        <Heading>{words('kiosk:staff.settings.title')}</Heading>
        <Facts stage={stage} state={state} words={words} language={language} />
        <output>{sending === 'tried' && outcome(state, words)}</output>
        <div class="acts">
          <button type="button" class="button plain" onClick={() => void send()}>
            {words(sending === 'sending' ? 'kiosk:staff.sending' : 'kiosk:staff.send')}
          </button>
          <button type="button" class="button plain" onClick={enrol}>
            {words('kiosk:staff.again')}
          </button>
          <button type="button" class="button plain" onClick={() => setLeaving(true)}>
            {words('kiosk:staff.leave')}
          </button>
        </div>
      </main>
      <footer class="ways">
        <button type="button" class="button" onClick={close}>
          {words('kiosk:staff.close')}
        </button>
      </footer>
      {leaving && (
        <Leaving
          station={station}
          queued={state.queued}
          words={words}
          left={close}
          stay={() => setLeaving(false)}
        />
      )}
    </div>
  )
}

const outcome = ({ queued }: StationState, words: Words) =>
  queued === 0 ? words('kiosk:staff.sent') : words('kiosk:staff.unsent', { count: queued })

type FactsProps = Pick<Props, 'stage' | 'words' | 'language'> & { state: StationState }

function Facts({ stage, state, words, language }: FactsProps) {
  const { setup, queued, oldest, lastSent } = state
  const storage = useStorageLeft(stage)
  const surveys = stage.station.surveysNow().map(({ questionnaire: { title, languages } }) => ({
    language: title[language] ? language : languages[0]!,
    text: title[language] ?? title[languages[0]!] ?? '',
  }))
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' })
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const facts: [string, string][] = [
    ['state', words(`kiosk:staff.settings.${stateWord(state)}`)],
    ['site', [setup?.device.name, siteName(state, language)].filter(Boolean).join(', ')],
    ['organisation', setup?.organisation.name ?? ''],
    ['queue', String(queued)],
    ['oldest', oldest ? day.format(new Date(`${oldest}T00:00:00Z`)) : ''],
    ['lastSent', lastSent ? moment.format(lastSent) : words('kiosk:staff.settings.notYet')],
    ['storage', storageWords(storage, words, language)],
    ['version', stage.version],
  ]
  return (
    <dl class="facts">
      {facts.map(
        ([name, said]) =>
          said && (
            <div key={name}>
              <dt>{words(`kiosk:staff.settings.${name}`)}</dt>
              <dd>{said}</dd>
            </div>
          ),
      )}
      <div>
        <dt>{words('kiosk:staff.settings.surveys')}</dt>
        {surveys.map(({ language, text }) => (
          <dd key={text} lang={language} dir={directionOf(language)}>
            {text}
          </dd>
        ))}
        {surveys.length === 0 && <dd>{words('kiosk:staff.settings.none')}</dd>}
      </div>
    </dl>
  )
}

function stateWord({ unknownDevice, canKeep, online }: StationState): string {
  if (unknownDevice) return 'unknown'
  if (!canKeep) return 'full'
  return online ? 'online' : 'offline'
}

/** The setup names the site by its id; its name is in the surveys. */
function siteName({ setup }: StationState, language: string): string {
  const sites = setup?.surveys.flatMap(({ questionnaire }) => questionnaire.sites) ?? []
  const name = sites.find(({ id }) => id === setup?.site)?.name
  return name?.[language] ?? Object.values(name ?? {})[0] ?? setup?.site ?? ''
}

function useStorageLeft({ page }: Stage): number | undefined {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const look = async () => {
      const { quota, usage = 0 } = (await page.navigator.storage?.estimate()) ?? {}
      if (quota !== undefined) setLeft(quota - usage)
    }
    void look()
  }, [])
  return left
}

function storageWords(left: number | undefined, words: Words, language: string): string {
  if (left === undefined) return words('kiosk:staff.settings.storageUnknown')
  const [value, unit] = left < 1e9 ? [left / 1e6, 'megabyte'] : [left / 1e9, 'gigabyte']
  return Math.floor(value).toLocaleString(language, { style: 'unit', unit })
}
