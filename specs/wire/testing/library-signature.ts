import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'

import { SignatureV4 } from '@smithy/signature-v4'

import { unescaped } from '../percent.ts'
import { queryPairs, splitQuery } from '../query.ts'
import type { SigV4Scope } from '../sigv4-canonical.ts'
import type { Message } from '../wire.ts'

/** SHA-256, keyed or not, as the library constructs it. */
class Sha256 {
  readonly #hash: Hash | Hmac

  constructor(key?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(key))
  }

  update(data: Uint8Array): void {
    this.#hash.update(data)
  }

  async digest(): Promise<Uint8Array> {
    return new Uint8Array(this.#hash.digest())
  }
}

const bytesOf = (key: string | ArrayBuffer | ArrayBufferView): string | Uint8Array => {
  if (typeof key === 'string') return key
  if (key instanceof ArrayBuffer) return new Uint8Array(key)
  return new Uint8Array(key.buffer, key.byteOffset, key.byteLength)
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

/**
 * The signature (64 hexadecimal digits) that the vendor's own library makes over a message, covering exactly the headers
 * named (sorted, each once), of which `x-amz-date` must be one.
 */
export async function librarySignature(
  message: Message,
  names: readonly string[],
  scope: SigV4Scope,
): Promise<string> {
  const { accessKey, secret } = scope.credentials
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
