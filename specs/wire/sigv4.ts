import { basicDate } from './basic-date.ts'
import { pathAt } from './path-at.ts'
import { bodyHash } from './sha256.ts'
import { sigV4Canonical, sigV4SignatureOf } from './sigv4-canonical.ts'
import type { Message, SigningScope } from './wire.ts'

/** Headers a signature must cover when they are there (AWS, "Create a signed request"). */
export function mustBeSigned(header: string): boolean {
  return header === 'host' || header === 'content-type' || header.startsWith('x-amz-')
}

/**
 * Signs a message for an endpoint with AWS Signature Version 4: adds `host`, `x-amz-date`,
 * `x-amz-content-sha256`, `x-amz-security-token` (temporary keys) and `authorization`. Covers the headers of `mustBeSigned`
 * unless the scope names others.
 */
export function signSigV4(
  message: Message,
  endpoint: URL,
  scope: SigningScope & { readonly service: string },
): Message {
  const { accessKey, token } = scope.credentials
  const headers = {
    ...message.headers,
    host: endpoint.host,
    'x-amz-date': basicDate(scope.at),
    'x-amz-content-sha256': bodyHash(message),
    ...(token === undefined ? {} : { 'x-amz-security-token': token }),
  }
  const usual = Object.keys(headers).filter(mustBeSigned).toSorted()
  const { signedHeaders } = scope
  const names = signedHeaders?.(usual) ?? usual
  const travelling = { ...message, headers, path: pathAt(endpoint, message.path) }
  const signature = sigV4SignatureOf(sigV4Canonical(travelling, names), scope)
  const day = basicDate(scope.at).slice(0, 8)
  const authorization = [
    `AWS4-HMAC-SHA256 Credential=${accessKey}/${day}/${scope.region}/${scope.service}/aws4_request`,
    `SignedHeaders=${names.join(';')}`,
    `Signature=${signature}`,
  ].join(', ')
  return { ...message, headers: { ...headers, authorization } }
}
