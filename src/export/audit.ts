import type { AuditLine } from '../survey/people/audit.ts'
import { csv } from './csv.ts'

/** Lines of the audit log, with the names that ids stand for. */
export function auditCsv(lines: AuditLine[], names: Map<string, string>): string {
  const header = ['number', 'at', 'by', 'by_name', 'what', 'object', 'object_name']
  const rows = lines.map(({ number, at, by, what, object }) => [
    number,
    at,
    by,
    names.get(by),
    what,
    object,
    names.get(object),
  ])
  return csv([header, ...rows])
}
