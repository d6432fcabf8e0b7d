import { once } from '../contract/once.ts'
import { basicDate } from './basic-date.ts'
import { pathAt } from './path-at.ts'
import { unescaped } from './percent.ts'
import { queryPairs, splitQuery } from './query.ts'
import { bodyHash, Sha256 } from './sha256.ts'
import { sigV4Canonical, sigV4SignatureOf, type SigV4Scope } from './sigv4-canonical.ts'
import type { Message, SigningScope } from './wire.ts'

/** Headers a signature must cover when they are there (AWS, "Create a signed request"). */
export function mustBeSigned(header: string): boolean {
  return header === 'host' || header === 'content-type' || header.startsWith('x-amz-')
}

const queryOf = (text: string): Record<string, string[]> => {
  const values = new Map<string, string[]>()
  for (const [name, value] of queryPairs(text)) {
    const known = values.get(unescaped(name)) ?? []
    values.set(unescaped(name), [...known, unescaped(value)])
  }
  return Object.fromEntries(values)
}

const pick = (message: Message, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(message.headers).filter(([name]) => names.includes(name)))

/** An endpoint never signs: it need not read the library. Whoever does looks it up once, not with every message. */
const library = once(async () => await import('@smithy/signature-v4'))

/**
 * The signature (64 hexadecimal digits) over a message as it travels, covering exactly the headers
 * named (sorted, each once), of which `x-amz-date` must be one. The body's hash is `x-amz-content-sha256` if that
 * header is covered.
 */
export async function sigV4Signature(
  message: Message,
  names: readonly string[],
  scope: SigV4Scope,
): Promise<string> {
  const { accessKey, secret } = scope.credentials
  const { SignatureV4 } = await library()
  const signer = new SignatureV4({
    credentials: { accessKeyId: accessKey, secretAccessKey: secret },
    region: scope.region,
    service: scope.service,
    sha256: Sha256,
    applyChecksum: false,
  })
  const [path, query] = splitQuery(message.path)
  const request = {
    method: message.method,
    // protocol and host name are not part of the signature: the `host` header is
    protocol: 'https:',
    hostname: '',
    path,
    query: queryOf(query),
    headers: pick(message, names),
    body: message.bytes ?? message.body,
  }
  const signed = await signer.sign(request, {
    signingDate: scope.at,
    signableHeaders: new Set(names),
  })
  return (signed.headers['authorization'] ?? '').slice(-64)
}

/**
 * Signs a message for an endpoint with AWS Signature Version 4: adds `host`, `x-amz-date`,
 * `x-amz-content-sha256`, `x-amz-security-token` (temporary keys) and `authorization`. Covers the headers of `mustBeSigned`
 * unless the scope names others.
 */
export async function signSigV4(
  message: Message,
  endpoint: URL,
  scope: SigningScope & { readonly service: string },
): Promise<Message> {
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
  // the library would sort the names that were chosen, and take each once
  const signature =
    signedHeaders === undefined
      ? await sigV4Signature(travelling, names, scope)
      : sigV4SignatureOf(sigV4Canonical(travelling, names), scope)
  const day = basicDate(scope.at).slice(0, 8)
  const authorization = [
    `AWS4-HMAC-SHA256 Credential=${accessKey}/${day}/${scope.region}/${scope.service}/aws4_request`,
    `SignedHeaders=${names.join(';')}`,
    `Signature=${signature}`,
  ].join(', ')
  return { ...message, headers: { ...headers, authorization } }
}
