import { licenceAddresses } from '../../../survey/publication/publication.ts'
import { link } from '../../link.ts'
import { Part } from '../part.tsx'
import type { ResultsProps } from './view.ts'

/** Where machines find the same. */
export const dataPath = (survey: string) => ({
  csv: `/api/surveys/${survey}/results.csv`,
  json: `/api/surveys/${survey}/results.json`,
  codes: `/s/${survey}/codes.csv`,
  description: `/s/${survey}/results.jsonld`,
  feed: `/s/${survey}/results.atom`,
})

/** The numbers to take along, under which licence, and how to hear of what comes. */
export function OpenData({ frame, view }: ResultsProps) {
  const { language, words } = frame
  const { licence } = view.edition
  const { csv, json, codes, description, feed } = dataPath(view.questionnaire.id)
  return (
    <Part title={words('publishing:data.title')}>
      <p>
        {words('publishing:data.licence')}{' '}
        <a href={link(licenceAddresses[licence])} rel="license">
          {words(`publishing:licence.${licence}`)}
        </a>
      </p>
      <ul class="data">
        <li>
          <a href={csv} download>
            {words('publishing:data.csv')}
          </a>
        </li>
        <li>
          <a href={json}>{words('publishing:data.json')}</a>
        </li>
        <li>
          <a href={codes} download>
            {words('publishing:data.codes')}
          </a>
        </li>
        <li>
          <a href={description}>{words('publishing:data.description')}</a>
        </li>
        <li>
          <a href={link(feed, { lang: language })}>{words('publishing:data.feed')}</a>
        </li>
      </ul>
    </Part>
  )
}
