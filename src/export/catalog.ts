import { asHeld } from '../survey/tablets/grace.ts'
import type { Organisation } from '../survey/organisation.ts'
import { type Edition, licenceAddresses } from '../survey/publication/publication.ts'
import type { Questionnaire, Text } from '../survey/questionnaire.ts'
import type { Dates } from '../survey/state.ts'

/** Published results of one survey, as a catalogue has to know them. */
export interface Described {
  survey: { id: string; questionnaire: Questionnaire; dates: Dates; organisation: Organisation }
  edition: Edition
  /** ISO instants of the first and the newest edition */
  first: string
  last: string
}

const EUROPE = 'http://publications.europa.eu/resource/authority'

/** The vocabularies of DCAT-AP 3, which DCAT-AP-SE and the Danish profile build on. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/**
 * A catalogue of published results in JSON-LD, for the open-data portals to harvest; one that is
 * only a part of it is named by `part`.
 */
export function describedResults(address: string, all: Described[], part = '') {
  const languages = [...new Set(all.flatMap(({ survey }) => survey.questionnaire.languages))]
  const publishers = [
    ...new Map(all.map(({ survey: { organisation } }) => [organisation.id, organisation])).values(),
  ]
  const only = publishers.length === 1 ? publishers[0] : undefined
  return {
    '@context': context,
    '@graph': [
      {
        '@id': `${address}/api/catalog.jsonld${part}`,
        '@type': 'dcat:Catalog',
        'dcterms:title': values(catalogueTitles),
        'dcterms:description': values(catalogueDescriptions),
        'dcterms:publisher': node(only ? publisherAt(address, only) : `${address}/#svar`),
        'dcterms:language': languages.flatMap(languageNode),
        'dcterms:license': node(licenceAddresses['CC0-1.0']),
        'foaf:homepage': node(`${address}/`),
        'dcat:dataset': all.map(({ survey }) => node(datasetAt(address, survey.id))),
      },
      ...(only ? [] : [{ '@id': `${address}/#svar`, '@type': 'foaf:Agent', 'foaf:name': 'Svar' }]),
      ...publishers.map((organisation) => ({
        '@id': publisherAt(address, organisation),
        '@type': 'foaf:Agent',
        'foaf:name': organisation.name,
      })),
      ...all.flatMap((one) => datasetOf(address, one)),
    ],
  }
}

const catalogueTitles: Text = {
  sv: 'Publicerade enkätresultat',
  da: 'Offentliggjorte undersøgelsesresultater',
  en: 'Published survey results',
}
const catalogueDescriptions: Text = {
  sv: 'Sammanräknade svar på enkäter till invånare. Små grupper visas inte.',
  da: 'Optalte svar fra undersøgelser blandt borgere. Små grupper vises ikke.',
  en: 'Counted answers to surveys of residents. Small groups are not shown.',
}
const codesTitles: Text = {
  sv: 'Vad koderna i siffrorna betyder',
  da: 'Hvad koderne i tallene betyder',
  en: 'What the codes in the numbers mean',
}

function datasetOf(address: string, { survey, edition, first, last }: Described) {
  const { id, organisation } = survey
  const questionnaire = asHeld(survey.questionnaire, survey.dates)
  const { title, languages, timeZone, opens, closes } = questionnaire
  const page = `${address}/s/${id}/results`
  const dataset = datasetAt(address, id)
  const codes = `${address}/s/${id}/codes.csv`
  const country = countries[timeZone]
  return [
    {
      '@id': dataset,
      '@type': 'dcat:Dataset',
      'dcterms:identifier': dataset,
      'dcterms:title': values(title, languages),
      'dcterms:description': values(edition.summary, languages),
      'dcterms:publisher': node(publisherAt(address, organisation)),
      'dcat:contactPoint': contactOf(address, survey),
      'dcterms:issued': instant(first),
      'dcterms:modified': instant(last),
      'dcterms:language': languages.flatMap(languageNode),
      'dcterms:accessRights': node(`${EUROPE}/access-right/PUBLIC`),
      'dcterms:accrualPeriodicity': node(`${EUROPE}/frequency/NEVER`),
      'dcat:theme': node(`${EUROPE}/data-theme/GOVE`),
      'dcat:landingPage': node(page),
      'foaf:page': node(codes),
      ...(country && { 'dcterms:spatial': node(`${EUROPE}/country/${country}`) }),
      ...(opens &&
        closes && {
          'dcterms:temporal': {
            '@type': 'dcterms:PeriodOfTime',
            'dcat:startDate': { '@type': 'xsd:date', '@value': opens },
            'dcat:endDate': { '@type': 'xsd:date', '@value': closes },
          },
        }),
      'dcat:distribution': formats.map(({ ending }) => node(`${dataset}-${ending}`)),
    },
    {
      '@id': codes,
      '@type': 'foaf:Document',
      'dcterms:title': values(codesTitles),
      'dcterms:format': node(`${EUROPE}/file-type/CSV`),
    },
    ...formats.map(({ ending, type, format }) => ({
      '@id': `${dataset}-${ending}`,
      '@type': 'dcat:Distribution',
      'dcterms:title': ending.toUpperCase(),
      'dcat:accessURL': node(page),
      'dcat:downloadURL': node(`${address}/api/surveys/${id}/results.${ending}`),
      'dcat:mediaType': node(`https://www.iana.org/assignments/media-types/${type}`),
      'dcterms:format': node(`${EUROPE}/file-type/${format}`),
      'dcterms:license': node(licenceAddresses[edition.licence]),
      'dcterms:issued': instant(first),
      'dcterms:modified': instant(last),
    })),
  ]
}

const formats = [
  { ending: 'csv', type: 'text/csv', format: 'CSV' },
  { ending: 'json', type: 'application/json', format: 'JSON' },
]

/** Whom to ask, from what the organisation or the privacy notice says. */
function contactOf(address: string, { id, organisation, questionnaire }: Described['survey']) {
  const { contact } = questionnaire.privacy
  const written = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(Object.values(contact).join(' '))?.[0]
  const email = organisation.email ?? written
  return {
    '@type': 'vcard:Organization',
    'vcard:fn': organisation.name,
    'vcard:hasURL': node(`${address}/s/${id}/privacy`),
    ...(email && { 'vcard:hasEmail': node(`mailto:${email}`) }),
  }
}

const countries: Record<string, string> = { 'Europe/Stockholm': 'SWE', 'Europe/Copenhagen': 'DNK' }
const languageNames: Record<string, string> = {
  ar: 'ARA',
  da: 'DAN',
  de: 'DEU',
  en: 'ENG',
  fi: 'FIN',
  nb: 'NOB',
  no: 'NOR',
  sv: 'SWE',
}

const node = (id: string) => ({ '@id': id })
const languageNode = (language: string) =>
  languageNames[language] ? [node(`${EUROPE}/language/${languageNames[language]}`)] : []
const instant = (at: string) => ({ '@type': 'xsd:dateTime', '@value': at })
const values = (text: Text, languages = Object.keys(text)) =>
  languages.map((language) => ({ '@language': language, '@value': text[language] ?? '' }))
const datasetAt = (address: string, survey: string) => `${address}/s/${survey}/results#dataset`
const publisherAt = (address: string, { id }: Organisation) => `${address}/#organisation-${id}`
