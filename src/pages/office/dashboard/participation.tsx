import { channels } from '../../../survey/response.ts'
import { Cards } from './cards.tsx'
import type { DashboardView } from './dashboard.tsx'
import { languageIn } from './day-parts.ts'
import { Days } from './days.tsx'
import type { OfficeFrame } from '../frame.tsx'
import { Missing } from './missing.tsx'
import { Pace } from './pace.tsx'
import { Portions } from './portions.tsx'
import type { Reader } from '../reader.ts'
import { SitesTable } from './sites-table.tsx'

interface Props {
  frame: OfficeFrame
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
      <Cards reader={reader} view={view} />
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

function Tables({ frame, reader, view }: Props) {
  const { byChannel, byLanguage } = view.participation
  return (
    <>
      {view.questionnaire.sites.length > 0 && <SitesTable reader={reader} view={view} />}
      <Missing reader={reader} view={view} />
      <div class="columns">
        <div>
          <Days frame={frame} reader={reader} view={view} />
          <Pace reader={reader} view={view} />
        </div>
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
