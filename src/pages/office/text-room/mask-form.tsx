import { Labelled } from '../labelled.tsx'
import { Doing, faultWords, type ReviewProps, whoAndWhen } from './review.tsx'

/**
 * Hides words of a comment: selected in a field that cannot be changed, or, without the script,
 * written into another. Hidden words are not sent here, not even to be shown again.
 */
export function MaskForm(props: ReviewProps) {
  const { reader, view } = props
  const { words } = reader
  const { comment, passage = '' } = view
  const fault = view.fault?.field === 'passage' ? faultWords(reader, view.fault) : undefined
  return (
    <section class="room-panel" aria-labelledby="mask">
      <h2 id="mask">{words('text-room:review.mask.title')}</h2>
      <Doing {...props} to="masking">
        <input type="hidden" name="maskings" value={comment.maskings.length} />
        <input type="hidden" name="at" value="" data-passage-at />
        <div class="field" data-passage-how hidden>
          <label for="shown">{words('text-room:review.mask.text')}</label>
          <p class="hint" id="shown-hint">
            {words('text-room:review.mask.how')}
          </p>
          <textarea
            id="shown"
            rows={5}
            readOnly
            dir="auto"
            aria-describedby="shown-hint"
            data-passage-source
          >
            {/* A leading line break would be swallowed by the parser. */}
            {`\n${comment.text}`}
          </textarea>
        </div>
        <Labelled
          name="passage"
          label={words('text-room:review.mask.passage')}
          hint={words('text-room:review.mask.hint')}
          fault={fault}
        >
          {(tied) => (
            <textarea {...tied} rows={2} dir="auto" data-passage>
              {`\n${passage}`}
            </textarea>
          )}
        </Labelled>
        <button class="button" type="submit">
          {words('text-room:review.mask.send')}
        </button>
      </Doing>
      {comment.maskings.length > 0 && <MaskedPlaces {...props} />}
    </section>
  )
}

function MaskedPlaces(props: ReviewProps) {
  const { words, numbers } = props.reader
  return (
    <>
      <h3>{words('text-room:review.unmask.title')}</h3>
      <ol class="masked-places">
        {props.view.comment.maskings.map((masking, index) => (
          <li key={masking.from}>
            <span id={`place-${index}`}>
              {words('text-room:review.unmask.place', {
                number: numbers.count(index + 1),
                ...whoAndWhen(props, masking),
              })}
            </span>
            <Doing {...props} to="unmasking">
              <input type="hidden" name="from" value={masking.from} />
              <button
                class="button plain"
                type="submit"
                id={`unmask-${index}`}
                aria-labelledby={`unmask-${index} place-${index}`}
              >
                {words('text-room:review.unmask.send')}
              </button>
            </Doing>
          </li>
        ))}
      </ol>
    </>
  )
}
