import { readHeaderNames } from './header-names.ts'
import type { Authorization } from './verify-signature.ts'

const form =
  /^SDK-HMAC-SHA256\s+Access=(?<accessKey>[^\s,]+),\s*SignedHeaders=(?<names>[^\s,]+),\s*Signature=(?<signature>[0-9a-f]{64})\s*$/u

/**
 * Reads an `authorization` header; undefined when it is not of the form `SDK-HMAC-SHA256 Access=key,
 * SignedHeaders=a;b, Signature=64 hex digits` with sorted lower-case names, which nobody else could recompute.
 */
export function readSdkHmacAuthorization(header: string): Authorization | undefined {
  const { accessKey, names, signature } = form.exec(header)?.groups ?? {}
  if (accessKey === undefined || names === undefined || signature === undefined) return undefined
  const signedHeaders = readHeaderNames(names)
  return signedHeaders && { accessKey, signedHeaders, signature }
}

/** The access key that an `authorization` header names, however broken the rest of it is. */
export function claimedSdkHmacKey(header: string): string | undefined {
  return /Access=([^,\s]+)/u.exec(header)?.[1]
}
