import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import type { ProviderFault } from '../survey/people/provider-refusal.ts'
import { OutboundError } from './outbound.ts'

export class ProviderError extends Error {
  readonly fault: ProviderFault
  constructor(fault: ProviderFault) {
    super(fault)
    this.fault = fault
  }
}

/** What an error says of a provider. What it sent itself is not shown to anyone. */
export function providerFault(error: unknown): ProviderFault {
  if (error instanceof ProviderError) return error.fault
  if (error instanceof OutboundError) return error.message === 'size' ? 'metadata' : 'address'
  if (error instanceof AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'denied' : 'answer'
  }
  if (error instanceof ResponseBodyError) {
    return error.error === 'invalid_client' ? 'client' : 'answer'
  }
  const { name, message, cause, code } = error as Error & { code?: string }
  if (cause instanceof OutboundError) return providerFault(cause)
  if (name === 'TimeoutError' || code === 'OAUTH_TIMEOUT') return 'slow'
  if (error instanceof TypeError && message === 'fetch failed') return 'unreachable'
  return (error instanceof ClientError && byCode[code ?? '']) || 'answer'
}

/** The same of an answer to what was asked: a provider that describes itself well can still err. */
export function answerFault(error: unknown): ProviderFault {
  const fault = providerFault(error)
  return ['metadata', 'missing', 'issuer'].includes(fault) ? 'answer' : fault
}

const byCode: Record<string, ProviderFault> = {
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'missing',
  OAUTH_RESPONSE_IS_NOT_JSON: 'metadata',
  OAUTH_PARSE_ERROR: 'metadata',
  OAUTH_INVALID_RESPONSE: 'metadata',
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED: 'issuer',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'address',
}
