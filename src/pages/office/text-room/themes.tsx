import type { Agreement } from '../../../survey/text/coding.ts'
import type { Theme, ThemeFault } from '../../../survey/text/theme.ts'
import { FaultSummary } from '../field.tsx'
import { Csrf, officeDocument, type OfficeFrame } from '../frame.tsx'
import { type Reader, readerOf } from '../reader.ts'
import { AgreementPart } from './agreement.tsx'
import { RoomHead } from './head.tsx'
import { type Room, roomPath } from './room.ts'
import { themeFaultWords, ThemeForm } from './theme-form.tsx'

export type ThemesDone = 'theme' | 'removed' | 'moved'

export interface ThemesView {
  room: Room
  agreement: Agreement | undefined
  /** the smallest group */
  least: number
  /** how many comments someone gave each theme */
  uses: Map<string, number>
  /** an empty theme to be filled in, with an id of its own */
  fresh: Theme
  /** what was sent and is faulty */
  sent?: Theme
  faults: ThemeFault[]
  done?: ThemesDone
}

export interface ThemesProps {
  frame: OfficeFrame
  reader: Reader
  view: ThemesView
}

/** The codebook of a survey, and how far its coders agree. */
export function themesPage(frame: OfficeFrame, view: ThemesView): string {
  const { room, done, faults, sent, fresh } = view
  const reader = readerOf(frame, room.questionnaire)
  const { words } = reader
  const title = words('text-room:themes.title')
  const props = { frame, reader, view }
  return officeDocument(
    frame,
    { title: sent ? words('frame.faulty', { title }) : title },
    <>
      <FaultSummary
        title={words('text-room:fault.title')}
        faults={faults.map((fault) => ({
          field: `${fault.field}-${sent?.id}`,
          text: themeFaultWords(reader, fault),
        }))}
      />
      <RoomHead {...{ frame, reader, room, title }} here="themes" />
      {done && <output class="notice good">{words(`text-room:done.${done}`)}</output>}
      <p>{words('text-room:themes.lede')}</p>
      {room.themes.length === 0 ? (
        <p class="empty">{words('text-room:themes.none')}</p>
      ) : (
        <ol class="themes" aria-label={words('text-room:themes.list')}>
          {room.themes.map((theme, index) => (
            <ThemeRow key={theme.id} {...props} theme={theme} index={index} />
          ))}
        </ol>
      )}
      <section class="room-panel" aria-labelledby="new">
        <h2 id="new">{words('text-room:themes.new')}</h2>
        <ThemeForm {...props} theme={sent?.id === fresh.id ? sent : fresh} isNew />
      </section>
      {room.themes.length > 0 && <AgreementPart {...props} />}
    </>,
  )
}

function ThemeRow(props: ThemesProps & { theme: Theme; index: number }) {
  const { reader, view, theme, index } = props
  const { words, numbers } = reader
  const { id, name, description, key } = theme
  const sent = view.sent?.id === id ? view.sent : undefined
  const uses = view.uses.get(id) ?? 0
  return (
    <li class="theme">
      <kbd>{key}</kbd>
      <div class="theme-about">
        <h2 class="theme-name">{name}</h2>
        {description && <p>{description}</p>}
        <details open={sent !== undefined}>
          <summary>
            {words('text-room:themes.change')} <span class="unseen">{name}</span>
          </summary>
          <ThemeForm {...props} theme={sent ?? theme} />
          <div class="theme-doings">
            {index > 0 && <Move {...props} to="up" />}
            {index < view.room.themes.length - 1 && <Move {...props} to="down" />}
            <form method="post" action={themePath(props, 'removal')}>
              <Csrf frame={props.frame} />
              {uses > 0 && (
                <p class="quiet">
                  {words('text-room:themes.removeWhat', {
                    count: uses,
                    number: numbers.count(uses),
                  })}
                </p>
              )}
              <button class="button danger" type="submit">
                {words('text-room:themes.remove')} <span class="unseen">{name}</span>
              </button>
            </form>
          </div>
        </details>
      </div>
    </li>
  )
}

const themePath = ({ frame, view, theme }: ThemesProps & { theme: Theme }, tail: string) =>
  roomPath(frame, view.room, `themes/${encodeURIComponent(theme.id)}/${tail}`)

function Move(props: ThemesProps & { theme: Theme; to: 'up' | 'down' }) {
  return (
    <form method="post" action={themePath(props, 'move')}>
      <Csrf frame={props.frame} />
      <input type="hidden" name="to" value={props.to} />
      <button class="button plain" type="submit">
        {props.reader.words(`text-room:themes.${props.to}`)}{' '}
        <span class="unseen">{props.theme.name}</span>
      </button>
    </form>
  )
}
