import { languageName } from '../../../survey/language.ts'
import { link } from '../../link.ts'
import type { OfficeFrame } from '../frame.tsx'
import type { PostersView } from './posters.tsx'

interface Props {
  frame: OfficeFrame
  view: PostersView
  /** address of the survey */
  here: string
}

/** The codes alone, for those who make posters of their own. */
export function PosterCodes({ frame, view, here }: Props) {
  const { words, language } = frame
  const { content, listed } = view
  const sites = content.sites.length > 0 ? listed : ['']
  const nameOf = (id: string) => {
    const name = content.sites.find((site) => site.id === id)?.name ?? content.title
    return name[language] ?? Object.values(name)[0] ?? id
  }
  return (
    <details class="codes">
      <summary>{words('sites:codes.title')}</summary>
      <p>{words('sites:codes.text')}</p>
      <ul class="bare-sites">
        {sites.map((site) => (
          <li key={site}>
            <span>{nameOf(site)}</span>
            <span class="code-links">
              {content.languages.flatMap((tongue) =>
                ['svg', 'png'].map((type) => (
                  <a
                    key={`${tongue} ${type}`}
                    href={link(`${here}/qr.${type}`, { site, language: tongue })}
                    download
                  >
                    {content.languages.length > 1 && `${languageName(tongue)} `}
                    {type.toUpperCase()}
                    <span class="unseen">{`: ${nameOf(site)}`}</span>
                  </a>
                )),
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
