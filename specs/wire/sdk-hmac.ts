import { own } from '../contract/own.ts'
import { basicDate } from './basic-date.ts'
import { pathAt } from './path-at.ts'
import { escaped, unescaped } from './percent.ts'
import { queryPairs, sortedPairs, splitQuery } from './query.ts'
import { bodyHash, hmacSha256, sha256Hex } from './sha256.ts'
import type { Message, SigningScope } from './wire.ts'

/** The name of the signature, as it stands in the `authorization` header. */
const sdkHmacAlgorithm = 'SDK-HMAC-SHA256'

/** How a path goes into the signature: decoded first (Go, Python), or taken as it travels (Node.js). */
export type PathForm = 'decoded' | 'as-sent'

const canonicalPath = (path: string, form: PathForm): string => {
  const plain = form === 'decoded' ? unescaped : (step: string): string => step
  // step by step: an escaped slash is part of a step and makes no new one
  const steps = path
    .split('/')
    .map((step) => escaped(plain(step)))
    .join('/')
  return steps.endsWith('/') ? steps : `${steps}/`
}

const canonicalQuery = (query: string): string => {
  const pairs = queryPairs(query.replaceAll('+', ' ')).map(
    ([name, value]) => [unescaped(name), unescaped(value)] as const,
  )
  return sortedPairs(pairs)
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .join('&')
}

/** What is signed: the request in its one canonical spelling, over exactly the headers named. */
export function sdkHmacCanonical(
  message: Message,
  names: readonly string[],
  form: PathForm = 'decoded',
): string {
  const [path, query] = splitQuery(message.path)
  return [
    message.method,
    canonicalPath(path, form),
    canonicalQuery(query),
    ...names.map((name) => `${name}:${(own(message.headers, name) ?? '').trim()}`),
    '',
    names.join(';'),
    bodyHash(message),
  ].join('\n')
}

/**
 * The signature (64 hexadecimal digits) of a canonical request: an HMAC with the secret itself, bound to a
 * date and to nothing else (Huawei Cloud, "API Request Signing Guide").
 */
export function sdkHmacSignature(canonical: string, date: string, secret: string): string {
  const text = [sdkHmacAlgorithm, date, sha256Hex(canonical)].join('\n')
  return hmacSha256(secret, text).toString('hex')
}

/**
 * Signs a message for an endpoint with SDK-HMAC-SHA256: adds `host`, `x-sdk-date`, `x-security-token`
 * (temporary keys) and `authorization`, and covers every header of the message unless the scope names others.
 */
export function signSdkHmac(message: Message, endpoint: URL, scope: SigningScope): Message {
  const { accessKey, secret, token } = scope.credentials
  const date = basicDate(scope.at)
  const headers = {
    ...message.headers,
    host: endpoint.host,
    'x-sdk-date': date,
    ...(token === undefined ? {} : { 'x-security-token': token }),
  }
  const usual = Object.keys(headers)
    .filter((name) => name !== 'user-agent')
    .toSorted()
  const names = scope.signedHeaders?.(usual) ?? usual
  const travelling = { ...message, headers, path: pathAt(endpoint, message.path) }
  const signature = sdkHmacSignature(sdkHmacCanonical(travelling, names), date, secret)
  const signed = `SignedHeaders=${names.join(';')}, Signature=${signature}`
  const authorization = `${sdkHmacAlgorithm} Access=${accessKey}, ${signed}`
  return { ...message, headers: { ...headers, authorization } }
}
