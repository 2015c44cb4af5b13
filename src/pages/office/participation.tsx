import { channels } from '../../survey/response.ts'
import { capitalised } from '../speech.ts'
import { Cards } from './cards.tsx'
import type { DashboardView } from './dashboard.tsx'
import { Days } from './days.tsx'
import { Portions } from './portions.tsx'
import type { Reader } from './reader.ts'
import { SitesTable } from './sites-table.tsx'

interface Props {
  reader: Reader
  view: DashboardView
}

/** How many have answered, live: it says nothing of anyone's answers. */
export function ParticipationPart(props: Props) {
  const { reader, view } = props
  return (
    <section class="participation" aria-labelledby="participation">
      <h2 id="participation">{reader.words('participation.title')}</h2>
      {view.state === 'open' && <LiveState reader={reader} />}
      <Cards {...props} />
      <div id="participation-tables" data-fresh>
        {view.participation.responses > 0 && <Tables {...props} />}
      </div>
    </section>
  )
}

/** The script shows which of them is true. */
function LiveState({ reader: { words } }: { reader: Reader }) {
  return (
    <output class="live-state" data-live-state>
      <span data-when="live" hidden>
        {words('participation.live')}
      </span>
      <span data-when="away" hidden>
        {words('participation.away')}
      </span>
      <noscript>{words('participation.still')}</noscript>
    </output>
  )
}

function Tables({ reader, view }: Props) {
  const { byDay, byChannel, byLanguage } = view.participation
  return (
    <>
      {view.questionnaire.sites.length > 0 && <SitesTable reader={reader} view={view} />}
      <div class="columns">
        <Days reader={reader} byDay={byDay} />
        <div>
          <Portions
            reader={reader}
            name="channel"
            counts={byChannel}
            order={channels}
            label={(id) => reader.words(`channel.${id}`)}
          />
          <Portions
            reader={reader}
            name="language"
            counts={byLanguage}
            order={view.questionnaire.languages}
            label={(id) => languageIn(reader, id)}
          />
        </div>
      </div>
    </>
  )
}

function languageIn({ language }: Reader, id: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(id) ?? id
  return capitalised(name, language)
}
