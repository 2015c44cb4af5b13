import type { Frame } from '../frame.tsx'
import { authorityOf, authorityPages } from '../../survey/authority.ts'
import type { Questionnaire } from '../../survey/questionnaire.ts'
import { mayBeQuoted } from '../../survey/text/quotable.ts'
import { link } from '../link.ts'
import { longDate, numberWord, said } from '../speech.ts'
import { Paragraphs } from './paragraphs.tsx'
import { Part } from './part.tsx'
import { citizenPage } from './shell.tsx'

const stored = ['survey', 'site', 'channel', 'language', 'date', 'answers']

interface NoticeView {
  questionnaire: Questionnaire
  /** who has answered may leave an address for letters */
  letters: boolean
}

/** The privacy notice, made from what the survey had to say before it could open. */
export function privacyPage(frame: Frame, view: NoticeView): string {
  const { language, words } = frame
  const { id, title, privacy, smallestGroup, sites } = view.questionnaire
  const { purpose, controller, legalBasis, contact, retainUntil, decision } = privacy
  const items = stored.filter((item) => item !== 'site' || sites.length > 0)
  const quoted = mayBeQuoted(view.questionnaire)
  return citizenPage({
    frame,
    title: words('privacy.title'),
    survey: id,
    children: (
      <>
        <h1>{words('privacy.title')}</h1>
        <p class="intro">{words('privacy.short')}</p>
        <p>{words('duties:privacy.voluntary')}</p>
        <p>
          {words('privacy.survey', { title: said(title, language) })}{' '}
          {!frame.preview && (
            <a href={link(`/s/${id}`, { lang: language })}>{words('privacy.back')}</a>
          )}
        </p>
        <Part title={words('privacy.purpose')}>
          <Paragraphs text={said(purpose, language)} />
        </Part>
        <Part title={words('privacy.stored')}>
          <ul>
            {items.map((item) => (
              <li>{words(`privacy.storedItems.${item}`)}</li>
            ))}
            {quoted && <li>{words('duties:privacy.quote')}</li>}
          </ul>
          <p>{words('privacy.storedOnly')}</p>
          <p>{words('duties:privacy.passing')}</p>
        </Part>
        <Part title={words('privacy.masking')}>
          <p>{words('privacy.maskingText')}</p>
        </Part>
        <Part title={words('privacy.group')}>
          <p>
            {words('privacy.groupText', { number: numberWord(smallestGroup, language, words) })}
          </p>
        </Part>
        <Part title={words('duties:privacy.recipients')}>
          <p>{words('duties:privacy.recipientsText')}</p>
          {quoted && <p>{words('duties:privacy.quoteText')}</p>}
          <p>{words('duties:privacy.transfers')}</p>
        </Part>
        <Part title={words('privacy.retention')}>
          <p>
            {words('privacy.retentionText', {
              date: longDate(retainUntil, language),
              decision: said(decision, language),
            })}
          </p>
        </Part>
        <Part title={words('privacy.legalBasis')}>
          <Paragraphs text={said(legalBasis, language)} />
        </Part>
        {view.letters && (
          <Part title={words('duties:privacy.letters')}>
            <p>{words('duties:privacy.lettersText')}</p>
          </Part>
        )}
        <Part title={words('privacy.rights')}>
          <p>{words('duties:privacy.rightsText')}</p>
          <p>{words('duties:privacy.findable')}</p>
          <p>
            {words('receipt:privacy')}{' '}
            {!frame.preview && (
              <a href={link('/receipt', { lang: language })}>{words('receipt:link')}</a>
            )}
          </p>
          <Complaint words={words} timeZone={view.questionnaire.timeZone} />
        </Part>
        <Part title={words('privacy.controller')}>
          <Paragraphs text={said(controller, language)} />
        </Part>
        <Part title={words('privacy.contact')}>
          <Contact text={said(contact, language)} />
        </Part>
      </>
    ),
  })
}

const complaints = { sv: 'complainSv', da: 'complainDa', unknown: 'complainUnknown' }

function Complaint({ words, timeZone }: { words: Frame['words']; timeZone: string }) {
  const authority = authorityOf(timeZone)
  return (
    <>
      <p>{words(`duties:privacy.${complaints[authority]}`)}</p>
      <ul>
        {authorityPages[authority].map((address) => (
          <li>
            <a href={link(address)}>{address.replace('https://www.', '')}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Contact details as they are written, with e-mail addresses to follow. */
const Contact = ({ text }: { text: string }) => (
  <p>
    {text
      .split(/([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/)
      .map((part, index) => (index % 2 === 1 ? <a href={link(`mailto:${part}`)}>{part}</a> : part))}
  </p>
)
