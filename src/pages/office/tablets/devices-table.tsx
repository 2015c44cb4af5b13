import { Answers, Condition, Heard, Program, SurveyShown } from './device-facts.tsx'
import { devicePath, type FleetReader, type FleetSite, type Seen, seenAtSite } from './fleet.ts'
import { Cell, Listing } from '../listing.tsx'

interface Props {
  reader: FleetReader
  site: FleetSite
}

const columns = ['device', 'condition', 'heard', 'answers', 'program']

/** The devices of a site: a row each, which is a card where the page is narrow. */
export function DevicesTable({ reader, site }: Props) {
  const { words, now } = reader
  return (
    <Listing
      caption={site.name}
      captionLanguage={site.lang}
      columns={columns.map((column) => words(`tablets.column.${column}`))}
    >
      {seenAtSite(site, now).map((one) => (
        <Row key={one.device.id} reader={reader} one={one} />
      ))}
    </Listing>
  )
}

function Row({ reader, one }: { reader: FleetReader; one: Seen }) {
  const { words, path } = reader
  const { device, condition } = one
  const heard = condition !== 'waiting' && condition !== 'lapsed'
  return (
    <tr class={`entry device-${condition}`}>
      <th scope="row">
        <a href={path(devicePath(device))}>{device.name}</a>
        {device.report && (
          <p class="quiet">
            <SurveyShown reader={reader} survey={device.report.survey} />
          </p>
        )}
      </th>
      <Cell label={words('tablets.column.condition')}>
        <Condition reader={reader} one={one} />
      </Cell>
      {heard ? (
        <>
          <Cell label={words('tablets.column.heard')}>
            <Heard reader={reader} one={one} />
          </Cell>
          <Cell label={words('tablets.column.answers')}>
            <Answers reader={reader} one={one} />
          </Cell>
          <Cell label={words('tablets.column.program')}>
            <Program reader={reader} one={one} />
          </Cell>
        </>
      ) : (
        <td class="nothing" colSpan={3}>
          {words('tablets.notHeard')}
        </td>
      )}
    </tr>
  )
}

/** Where the heads of the columns are out of sight, each cell says what it is. */
