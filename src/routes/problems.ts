import { Problem, type ProblemCode } from '../survey/problem.ts'

const byStatus: Partial<Record<number, ProblemCode>> = {
  404: 'unknown',
  405: 'method-unknown',
  413: 'too-large',
  415: 'type-unknown',
}

/** The expected refusal that an error stands for; undefined where it is a mistake of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const { statusCode, validation, code } = error as {
    statusCode?: number
    validation?: { instancePath?: string; message?: string }[]
    code?: string
  }
  if (validation) {
    return new Problem(
      'bad-request',
      validation.map(({ instancePath, message }) => `${instancePath}: ${message}`),
    )
  }
  if (code?.startsWith('FST_CSRF')) return new Problem('forbidden')
  if (statusCode === undefined || statusCode < 400 || statusCode > 499) return undefined
  return new Problem(byStatus[statusCode] ?? 'bad-request')
}
