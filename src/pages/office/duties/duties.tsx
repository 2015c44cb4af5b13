import { languageName } from '../../../survey/language.ts'
import { link } from '../../link.ts'
import { officeDocument, type OfficeFrame } from '../frame.tsx'
import { type SurveyFacts, SurveyHead } from '../survey/survey-facts.tsx'

export const papers = ['record', 'assessment'] as const
export type PaperName = (typeof papers)[number]

/** What data protection asks of a survey, to take along in each language of the interface. */
export function dutiesPage(frame: OfficeFrame, { facts }: { facts: SurveyFacts }): string {
  const { words, languages } = frame
  const eyebrow = words('duties:office.title')
  const say = (key: string) => words(`duties:office.${key}`)
  return officeDocument(
    frame,
    { title: words('life:open.page', { eyebrow, title: facts.title }) },
    <>
      <SurveyHead frame={frame} facts={facts} eyebrow={eyebrow} />
      <p>{say('lede')}</p>
      <p>{say('asks')}</p>
      <p>
        {facts.number > 0
          ? words('duties:office.fromIssued', { number: facts.number })
          : say('fromDraft')}
      </p>
      {papers.map((paper) => (
        <section>
          <h2>{say(paper)}</h2>
          <p>{say(`${paper}Text`)}</p>
          <ul class="ways">
            {languages.map((language) => (
              <li>
                <a href={paperPath(facts, paper, language)} hreflang={language} download>
                  <span lang={language}>{languageName(language)}</span>{' '}
                  <span class="unseen">{say(paper)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>{words('duties:office.notice', { title: words('privacy.title') })}</p>
    </>,
  )
}

const paperPath = ({ id }: SurveyFacts, paper: PaperName, language: string) =>
  link(`/office/surveys/${encodeURIComponent(id)}/duties/${paper}.html`, { lang: language })
