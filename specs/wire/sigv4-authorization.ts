import { readHeaderNames } from './header-names.ts'
import type { Authorization } from './verify-signature.ts'

/** The parts of an `authorization` header of AWS Signature Version 4. */
export interface SigV4Authorization extends Authorization {
  /** `YYYYMMDD` */
  readonly day: string
  readonly region: string
  readonly service: string
  readonly terminator: string
}

const partsOf = (text: string): ReadonlyMap<string, string> | undefined => {
  const pairs = text.split(',').map((part) => /^\s*(\w+)=(\S+)\s*$/.exec(part))
  const parts = new Map<string, string>()
  for (const pair of pairs) {
    const [, name, value] = pair ?? []
    if (name === undefined || value === undefined || parts.has(name)) return undefined
    parts.set(name, value)
  }
  return parts
}

type Credential = Omit<SigV4Authorization, 'signedHeaders' | 'signature'>

// the access key may itself hold slashes, so the scope is read from the end
const credentialForm =
  /^(?<accessKey>.+)\/(?<day>[^/]+)\/(?<region>[^/]+)\/(?<service>[^/]+)\/(?<terminator>[^/]+)$/

const credentialOf = (text: string): Credential | undefined => {
  const groups = credentialForm.exec(text)?.groups
  if (groups === undefined) return undefined
  const part = (name: keyof Credential): string => groups[name] ?? ''
  return {
    accessKey: part('accessKey'),
    day: part('day'),
    region: part('region'),
    service: part('service'),
    terminator: part('terminator'),
  }
}

const signatureOf = (text: string): string | undefined =>
  /^[0-9a-f]{64}$/.test(text) ? text : undefined

/**
 * Reads an `authorization` header; undefined when it is not of the form `AWS4-HMAC-SHA256
 * Credential=key/day/region/service/aws4_request, SignedHeaders=a;b, Signature=64 hex digits`
 * (AWS, "Create a signed request", step "Add the signature to the request").
 */
export function readSigV4Authorization(header: string): SigV4Authorization | undefined {
  const parts = partsOf(/^AWS4-HMAC-SHA256\s+(.+)$/.exec(header)?.[1] ?? '')
  if (parts?.size !== 3) return undefined
  const part = (name: string): string => parts.get(name) ?? ''
  const credential = credentialOf(part('Credential'))
  const signedHeaders = readHeaderNames(part('SignedHeaders'))
  const signature = signatureOf(part('Signature'))
  if (credential === undefined || signedHeaders === undefined) return undefined
  return signature === undefined ? undefined : { ...credential, signedHeaders, signature }
}

/** The access key that an `authorization` header names, however broken the rest of it is. */
export function claimedSigV4Key(header: string): string | undefined {
  return /Credential=([^,\s]+)(?:\/[^/,\s]+){4}/u.exec(header)?.[1]
}
