import type { Agreement } from '../../../survey/text/coding.ts'
import { everything } from '../../../survey/text/selection.ts'
import { Scroll } from '../scroll.tsx'
import { roomPath } from './room.ts'
import type { ThemesProps } from './themes.tsx'

/** From where on alpha may be relied on, and from where with care: Krippendorff's own limits. */
const GOOD = 0.8
const FAIR = 0.667

/** How far those who sort agree, by theme and on the whole. */
export function AgreementPart(props: ThemesProps) {
  const { frame, reader, view } = props
  const { words, numbers } = reader
  const { agreement, least, room } = view
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{words('text-room:agreement.title')}</h2>
      {!agreement ? (
        <p>{words('text-room:agreement.few', { k: least })}</p>
      ) : (
        <>
          <p>
            {words('text-room:agreement.basis', {
              coders: numbers.count(agreement.coders),
              number: numbers.count(agreement.comments),
            })}
          </p>
          <Scroll label={words('text-room:agreement.region')}>
            <Alphas {...props} agreement={agreement} />
          </Scroll>
          <p class="quiet">{words('text-room:agreement.how')}</p>
          <p>
            <a
              href={roomPath(
                frame,
                { ...room, selection: { ...everything, state: 'disputed' } },
                'texts',
              )}
            >
              {words('text-room:agreement.disputed')}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

function Alphas({ reader, view, agreement }: ThemesProps & { agreement: Agreement }) {
  const { words } = reader
  const lines = [
    ...view.room.themes.map(({ id, name }) => ({ name, alpha: agreement.byTheme.get(id) })),
    { name: words('text-room:agreement.overall'), alpha: agreement.overall },
  ]
  return (
    <table class="alphas">
      <thead>
        <tr>
          <th scope="col">{words('text-room:agreement.theme')}</th>
          <th scope="col">{words('text-room:agreement.alpha')}</th>
          <th scope="col">{words('text-room:agreement.said')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, alpha }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{alpha === undefined ? '–' : reader.numbers.mean(alpha)}</td>
            <td>{words(`text-room:agreement.level.${levelOf(alpha)}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const levelOf = (alpha: number | undefined) =>
  alpha === undefined ? 'none' : alpha >= GOOD ? 'good' : alpha >= FAIR ? 'fair' : 'poor'
