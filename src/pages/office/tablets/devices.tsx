import { DevicesTable } from './devices-table.tsx'
import { SilentOnes, summary } from './devices-summary.tsx'
import { type Fleet, type FleetReader, fleetReader, type FleetSite, seenAtSite } from './fleet.ts'
import { officeDocument, type OfficeFrame } from '../frame.tsx'
import { FEW } from '../sites/site-picks.tsx'

/** Every tablet of the organisation: where it stands and how it is. */
export function devicesPage(frame: OfficeFrame, fleet: Fleet): string {
  const reader = fleetReader(frame, fleet)
  const { words } = reader
  const all = fleet.sites.flatMap((site) => seenAtSite(site, fleet.now))
  const taken = fleet.sites.filter(({ devices }) => devices.length > 0)
  const bare = fleet.sites.filter(({ devices }) => devices.length === 0)
  const title = words('tablets.title')
  return officeDocument(
    frame,
    { title },
    <>
      <h1>{title}</h1>
      <p class="lede">{summary(reader, all)}</p>
      <SilentOnes reader={reader} all={all} />
      {all.length === 0 && <First reader={reader} anySite={bare.length > 0} />}
      {taken.map((site, index) => (
        <SitePart key={site.id} reader={reader} site={site} number={index + 1} />
      ))}
      {bare.length > 0 && <BareSites reader={reader} sites={bare} first={all.length === 0} />}
    </>,
  )
}

interface SiteProps {
  reader: FleetReader
  site: FleetSite
  number: number
}

function SitePart({ reader, site, number }: SiteProps) {
  const { words } = reader
  return (
    <section class="fleet-site" aria-labelledby={`site-${number}`}>
      <div class="fleet-head">
        <h2 id={`site-${number}`} lang={site.lang}>
          {site.name}
        </h2>
        {!site.gone && <AddLink reader={reader} site={site} />}
      </div>
      {site.gone && <p class="quiet">{words('tablets.siteGone')}</p>}
      <DevicesTable reader={reader} site={site} />
    </section>
  )
}

function AddLink({ reader: { words, path }, site }: { reader: FleetReader; site: FleetSite }) {
  return (
    <a class="add" href={path('/new', { site: site.id })}>
      {words('tablets.add')}
      <span class="unseen" lang={site.lang}>
        {`: ${site.name}`}
      </span>
    </a>
  )
}

/** What a kiosk is and what to do first. */
function First({ reader: { words, path }, anySite }: { reader: FleetReader; anySite: boolean }) {
  return (
    <div class="empty">
      <p>{words('tablets.first.what')}</p>
      {anySite ? (
        <>
          <ol>
            <li>{words('tablets.first.add')}</li>
            <li>{words('tablets.first.code')}</li>
            <li>{words('tablets.first.place')}</li>
          </ol>
          <p>
            <a class="button" href={path('/new')}>
              {words('tablets.add')}
            </a>
          </p>
        </>
      ) : (
        <p>{words('tablets.first.noSites')}</p>
      )}
    </div>
  )
}

interface BareProps {
  reader: FleetReader
  sites: FleetSite[]
  first: boolean
}

function BareSites({ reader, sites, first }: BareProps) {
  return (
    <section class="fleet-site" aria-labelledby="bare-sites">
      <h2 id="bare-sites">{reader.words(first ? 'tablets.bare.all' : 'tablets.bare.others')}</h2>
      <ul class="bare-sites">
        {sites.slice(0, FEW).map((site) => (
          <li key={site.id}>
            <span lang={site.lang}>{site.name}</span>
            <AddLink reader={reader} site={site} />
          </li>
        ))}
      </ul>
      {sites.length > FEW && (
        <p>
          <a href={reader.path('/new')}>
            {reader.words('tablets.bare.more', {
              count: sites.length - FEW,
              number: reader.numbers.count(sites.length - FEW),
            })}
          </a>
        </p>
      )}
    </section>
  )
}
