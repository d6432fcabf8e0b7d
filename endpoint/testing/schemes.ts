import { own } from '../../specs/contract/own.ts'
import type { VendorId } from '../../specs/vendor/vendor.ts'
import { basicDate } from '../../specs/wire/basic-date.ts'
import { sdkHmacCanonical, sdkHmacSignature } from '../../specs/wire/sdk-hmac.ts'
import { sigV4Canonical, sigV4SignatureOf } from '../../specs/wire/sigv4-canonical.ts'
import { tc3Canonical, tc3Day, tc3Signature } from '../../specs/wire/tc3.ts'
import type { Message } from '../../specs/wire/wire.ts'

/** How a signature is made, in the parts that a forger may choose. */
export interface Making {
  readonly names: readonly string[]
  readonly at: Date
  readonly secret: string
  readonly region: string
  readonly service: string
  readonly terminator: string
}

/** How the messages of a vendor are signed: which headers say what, and how an authorization is made. */
export interface Scheme {
  /** the word that the authorization header starts with */
  readonly word: string
  readonly date: string
  readonly dateOf: (at: Date) => string
  /** the header whose value is the hash of the body */
  readonly hash: string
  readonly token: string
  /** a header of the caller's own that the base signs */
  readonly own: string
  readonly service: string
  readonly authorization: (message: Message, making: Making) => string
}

/** The scheme of every vendor. */
export const schemes: Readonly<Record<VendorId, Scheme>> = {
  aws: {
    word: 'AWS4-HMAC-SHA256',
    date: 'x-amz-date',
    dateOf: basicDate,
    hash: 'x-amz-content-sha256',
    token: 'x-amz-security-token',
    own: 'x-amz-orgproof',
    service: 'organizations',
    authorization: (message, { names, at, secret, region, service, terminator }) => {
      const credentials = { accessKey: '', secret }
      const canonical = sigV4Canonical(message, names)
      const signature = sigV4SignatureOf(canonical, { credentials, region, service, at })
      const scope = [basicDate(at).slice(0, 8), region, service, terminator].join('/')
      return `Credential=KEY/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
    },
  },
  tencent: {
    word: 'TC3-HMAC-SHA256',
    date: 'x-tc-timestamp',
    dateOf: (at) => String(at.getTime() / 1000),
    hash: 'x-tc-content-sha256',
    token: 'x-tc-token',
    own: 'x-tc-orgproof',
    service: 'organization',
    authorization: (message, { names, at, secret, service, terminator }) => {
      const timestamp = at.getTime() / 1000
      const signed = names.map((name) => [name, own(message.headers, name) ?? ''] as const)
      const lower = signed.map(([name, value]) => [name, value.toLowerCase()] as const)
      const canonical = tc3Canonical(message, lower)
      const signature = tc3Signature(canonical, { secret, service, timestamp })
      const scope = [tc3Day(timestamp), service, terminator].join('/')
      return `Credential=KEY/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
    },
  },
  huawei: sdkHmac(),
  codearts: sdkHmac(),
}

function sdkHmac(): Scheme {
  return {
    word: 'SDK-HMAC-SHA256',
    date: 'x-sdk-date',
    dateOf: basicDate,
    hash: 'x-sdk-content-sha256',
    token: 'x-security-token',
    own: 'x-orgproof',
    service: '',
    authorization: (message, { names, at, secret }) => {
      const signature = sdkHmacSignature(sdkHmacCanonical(message, names), basicDate(at), secret)
      return `Access=KEY, SignedHeaders=${names.join(';')}, Signature=${signature}`
    },
  }
}
