import { isSortedSet } from './header-names.ts'

/** The parts of an `authorization` header of SDK-HMAC-SHA256. */
export interface SdkHmacAuthorization {
  readonly accessKey: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

const form =
  /^SDK-HMAC-SHA256\s+Access=(?<accessKey>[^\s,]+),\s*SignedHeaders=(?<names>[^\s,]+),\s*Signature=(?<signature>[0-9a-f]{64})\s*$/u

/**
 * Reads an `authorization` header; undefined when it is not of the form `SDK-HMAC-SHA256 Access=key,
 * SignedHeaders=a;b, Signature=64 hex digits` with sorted lower-case names, which nobody else could recompute.
 */
export function readSdkHmacAuthorization(header: string): SdkHmacAuthorization | undefined {
  const { accessKey, names, signature } = form.exec(header)?.groups ?? {}
  if (accessKey === undefined || names === undefined || signature === undefined) return undefined
  const signedHeaders = names.split(';')
  const plain = signedHeaders.every((name) => /^[a-z0-9!#$%&'*+.^_`|~-]+$/u.test(name))
  return plain && isSortedSet(signedHeaders) ? { accessKey, signedHeaders, signature } : undefined
}

/** The access key that an `authorization` header names, however broken the rest of it is. */
export function claimedSdkHmacKey(header: string): string | undefined {
  return /Access=([^,\s]+)/u.exec(header)?.[1]
}
