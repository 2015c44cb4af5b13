import { readSurvey, type SurveyFile } from '../survey-file.ts'
import { Refused } from './context.ts'

/** Reads YAML or JSON; refuses with every fault at once: file, line, field, reason. */
export function readSurveyFile(name: string, source: string, languages: string[]): SurveyFile {
  const read = readSurvey(source, languages)
  if ('content' in read) return read
  const lines = read.faults.map(({ line, message, field }) => {
    const at = line === undefined ? name : `${name}:${line}`
    return field ? `${at}: ${field.path.join('.') || 'file'}: ${message}` : `${at}: ${message}`
  })
  throw new Refused(lines.join('\n'))
}
