import { languageName } from '../../../survey/language.ts'
import type { Content } from '../../../survey/questionnaire.ts'
import type { SiteGroup } from '../../../survey/sites/register.ts'
import { FaultSummary, Field } from '../field.tsx'
import { officeDocument, type OfficeFrame } from '../frame.tsx'
import { numbersIn } from '../numbers.ts'
import { PosterCodes } from './poster-codes.tsx'
import { WhichSites } from './poster-sites.tsx'
import { type SurveyFacts, SurveyHead } from './survey-facts.tsx'

export type PosterFault =
  { code: 'sites' | 'languages' } | { code: 'letters'; letters: string; words: string }

export interface PostersView {
  content: Content
  facts: SurveyFacts
  /** where the codes lead, if only because the page was reached there */
  address?: string | undefined
  groups: (SiteGroup & { sites: string[] })[]
  asked: {
    which: string
    group: string
    sites: string[]
    languages: string[]
    size: string
    q: string
  }
  /** so many sites match what is looked for; the first of them are listed */
  found: number
  listed: string[]
  fault?: PosterFault
}

/** Which posters to print: for which sites, in which languages, and how large. */
export function postersPage(frame: OfficeFrame, view: PostersView): string {
  const { words } = frame
  const { content, fault } = view
  const title = words('sites:posters.title')
  const text = fault && words(`sites:posters.fault.${fault.code}`, { ...fault })
  const field = fault?.code === 'languages' ? 'languages' : 'which'
  const here = `/office/surveys/${encodeURIComponent(content.id)}`
  const many = content.sites.length > view.listed.length || view.asked.q !== ''
  return officeDocument(
    frame,
    { title: text ? words('office:frame.faulty', { title }) : title },
    <>
      <FaultSummary title={words('office:frame.faults')} faults={text ? [{ field, text }] : []} />
      <SurveyHead frame={frame} facts={view.facts} eyebrow={title} />
      <p>{words('sites:posters.intro')}</p>
      {view.address && (
        <p class="notice">{words('sites:posters.address', { address: view.address })}</p>
      )}
      {view.facts.state === 'closed' && <p class="notice">{words('sites:posters.closed')}</p>}
      {many && <Search frame={frame} view={view} here={here} />}
      <form class="posters" method="get" action={`${here}/posters.pdf`}>
        {frame.languageChosen && <input type="hidden" name="lang" value={frame.language} />}
        {content.sites.length > 0 && <WhichSites frame={frame} view={view} />}
        <Languages frame={frame} view={view} />
        <Sizes frame={frame} view={view} />
        <button class="button" type="submit">
          {words('sites:posters.send')}
        </button>
      </form>
      <PosterCodes frame={frame} view={view} here={here} />
    </>,
  )
}

interface Props {
  frame: OfficeFrame
  view: PostersView
}

function Search({ frame, view, here }: Props & { here: string }) {
  const { words, language } = frame
  const { count } = numbersIn(language)
  return (
    <form class="filter" method="get" action={`${here}/posters`}>
      {frame.languageChosen && <input type="hidden" name="lang" value={language} />}
      <input type="hidden" name="which" value="some" />
      <Field
        name="q"
        type="search"
        label={words('sites:posters.seek')}
        hint={words('sites:found', { count: view.found, number: count(view.found) })}
        value={view.asked.q}
        optional
      />
      <button class="button plain" type="submit">
        {words('sites:show')}
      </button>
    </form>
  )
}

function Languages({ frame, view }: Props) {
  const { content, asked } = view
  if (content.languages.length === 1) {
    return <input type="hidden" name="languages" value={content.languages[0]} />
  }
  return (
    <fieldset class="field choice" id="languages" tabIndex={-1}>
      <legend>{frame.words('sites:posters.languages')}</legend>
      {content.languages.map((language) => (
        <label key={language} class="pick">
          <input
            type="checkbox"
            name="languages"
            value={language}
            checked={asked.languages.includes(language)}
          />
          <span lang={language}>{languageName(language)}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Sizes({ frame: { words }, view }: Props) {
  return (
    <fieldset class="field choice">
      <legend>{words('sites:posters.size')}</legend>
      {['A4', 'A3'].map((size) => (
        <label key={size} class="pick">
          <input type="radio" name="size" value={size} checked={view.asked.size === size} />
          <span>{words(`sites:posters.${size}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
