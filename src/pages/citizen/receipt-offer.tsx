import { shownReceipt } from '../../survey/receipt.ts'
import type { Frame } from '../frame.tsx'
import { Qr } from '../qr.tsx'
import { longDate } from '../speech.ts'
import { Part } from './part.tsx'
import { WayOn } from './way-on.tsx'

export interface Receipt {
  code: string
  /** where people find us */
  origin: string
  /** address of the module script */
  script: string
}

interface Props {
  frame: Frame
  receipt: Receipt
  /** local date on which responses are deleted */
  until: string
}

/** The code of a response, which is shown this once. Its buttons are for browsers with script. */
export function ReceiptOffer({ frame, receipt, until }: Props) {
  const { language, words } = frame
  const code = shownReceipt(receipt.code)
  return (
    <div class="receipt" data-receipt>
      <Part title={words('receipt:offer.title')}>
        <p>{words('receipt:offer.text', { date: longDate(until, language) })}</p>
        <p class="code" translate={false} dir="ltr">
          {code}
        </p>
        <p class="pair copying" hidden>
          <button type="button" class="button plain" data-copy={code}>
            {words('receipt:offer.copy')}
          </button>
          <button type="button" class="button plain" data-print>
            {words('receipt:offer.print')}
          </button>
          <output data-said={words('receipt:offer.copied')} />
        </p>
        <p>{words('receipt:offer.once')}</p>
        <details>
          <summary>{words('receipt:offer.phone')}</summary>
          <Qr
            text={`${receipt.origin}/receipt#${receipt.code}`}
            label={words('receipt:offer.qr')}
          />
        </details>
        <p>
          <WayOn frame={frame} path="/receipt" title={words('receipt:link')} beside />
        </p>
      </Part>
    </div>
  )
}
