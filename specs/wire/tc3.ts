import { own } from '../contract/own.ts'
import { pathAt } from './path-at.ts'
import { splitQuery } from './query.ts'
import { bodyHash, hmacSha256, sha256Hex } from './sha256.ts'
import { signingKey } from './signing-key.ts'
import type { Message, SigningScope } from './wire.ts'

/** What a signature of TC3-HMAC-SHA256 is bound to besides the message. */
export interface Tc3Scope {
  readonly secret: string
  readonly service: string
  /** Unix seconds, as the header `x-tc-timestamp` says them */
  readonly timestamp: number
}

/** Names and values of headers as they are signed: the values as the signer wrote them. */
export type SignedHeaders = readonly (readonly [name: string, value: string])[]

/** The day of a timestamp in UTC, `YYYY-MM-DD`. */
export function tc3Day(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().slice(0, 10)
}

/**
 * The canonical form of a message, covering exactly the headers given, in their order (Tencent
 * Cloud, "Signature method v3", step 1). The query is taken as it travels.
 */
export function tc3Canonical(message: Omit<Message, 'headers'>, headers: SignedHeaders): string {
  const [route, query] = splitQuery(message.path)
  return [
    message.method,
    route,
    query,
    headers.map(([name, value]) => `${name}:${value.trim()}\n`).join(''),
    headers.map(([name]) => name).join(';'),
    bodyHash(message),
  ].join('\n')
}

/** The signature (64 hexadecimal digits) of a canonical form (the same page, steps 2 and 3). */
export function tc3Signature(canonical: string, { secret, service, timestamp }: Tc3Scope): string {
  const day = tc3Day(timestamp)
  const scope = `${day}/${service}/tc3_request`
  const text = ['TC3-HMAC-SHA256', String(timestamp), scope, sha256Hex(canonical)].join('\n')
  const key = signingKey(`TC3${secret}`, [day, service, 'tc3_request'])
  return hmacSha256(key, text).toString('hex')
}

/** The headers a client signs where they are there: content type and host have to be, the action may be. */
const covered = ['content-type', 'host', 'x-tc-action'] as const

/**
 * Signs a message for an endpoint with TC3-HMAC-SHA256: adds `host`, `x-tc-timestamp`,
 * `x-tc-region`, `x-tc-token` (temporary keys) and `authorization`. Covers content type, host and action unless the
 * scope names others.
 */
export function signTc3(
  message: Message,
  endpoint: URL,
  scope: SigningScope & { readonly service: string },
): Message {
  const { credentials, service, region } = scope
  const timestamp = Math.floor(scope.at.getTime() / 1000)
  const headers: Record<string, string> = {
    ...message.headers,
    host: endpoint.host,
    'x-tc-timestamp': String(timestamp),
    'x-tc-region': region,
    ...(credentials.token === undefined ? {} : { 'x-tc-token': credentials.token }),
  }
  const usual = covered.filter((name) => headers[name] !== undefined)
  const names = scope.signedHeaders?.(usual) ?? usual
  const signed = names.map((name) => [name, (own(headers, name) ?? '').toLowerCase()] as const)
  const travelling = { ...message, path: pathAt(endpoint, message.path) }
  const canonical = tc3Canonical(travelling, signed)
  const signature = tc3Signature(canonical, { secret: credentials.secret, service, timestamp })
  const authorization = [
    `TC3-HMAC-SHA256 Credential=${credentials.accessKey}/${tc3Day(timestamp)}/${service}/tc3_request`,
    `SignedHeaders=${names.join(';')}`,
    `Signature=${signature}`,
  ].join(', ')
  return { ...message, headers: { ...headers, authorization } }
}
