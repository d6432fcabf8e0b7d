import { readHeaderNames } from './header-names.ts'
import type { Authorization } from './verify-signature.ts'

/** The parts of an `authorization` header of TC3-HMAC-SHA256. */
export interface Tc3Authorization extends Authorization {
  /** `YYYY-MM-DD`, UTC */
  readonly day: string
  readonly service: string
  readonly terminator: string
}

// a secret id holds no slash, a service taken from a host may hold a port
const form =
  /^TC3-HMAC-SHA256\s+Credential=(?<accessKey>[^/,\s]+)\/(?<day>\d{4}-\d\d-\d\d)\/(?<service>[^/,\s]+)\/(?<terminator>[^/,\s]+)\s*,\s*SignedHeaders=(?<signed>[a-z0-9-]+(?:;[a-z0-9-]+)*)\s*,\s*Signature=(?<signature>[0-9a-f]{64})$/u

/**
 * Reads an `authorization` header; undefined when it is not of the form `TC3-HMAC-SHA256
 * Credential=id/day/service/tc3_request, SignedHeaders=a;b, Signature=64 hex digits` (Tencent
 * Cloud, "Signature method v3", step 4), or its names are not in ascending order (step 1), each once.
 */
export function readTc3Authorization(header: string): Tc3Authorization | undefined {
  const groups = form.exec(header)?.groups
  if (groups === undefined) return undefined
  const part = (name: string): string => groups[name] ?? ''
  const signedHeaders = readHeaderNames(part('signed'))
  if (signedHeaders === undefined) return undefined
  return {
    accessKey: part('accessKey'),
    day: part('day'),
    service: part('service'),
    terminator: part('terminator'),
    signedHeaders,
    signature: part('signature'),
  }
}

/** The access key that an `authorization` header names, however broken the rest of it is. */
export function claimedTc3Key(header: string): string | undefined {
  return /Credential=([^/,\s]+)\//u.exec(header)?.[1]
}
