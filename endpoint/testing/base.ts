import { operationOf } from '../../specs/contract/contract.ts'
import type { Json } from '../../specs/contract/json.ts'
import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { schemes, type Making, type Scheme } from './schemes.ts'

/** The instant at which the base is signed, and judged. */
export const now: Date = new Date(Date.UTC(2024, 9, 1, 12))
/** Whose host is signed. */
export const endpoint: URL = new URL('http://127.0.0.1:4321')

/** The sign for a character that can not be read, a letter in two compositions, and a number. */
const body = '{"OrgproofUnknown":"\uFFFD \u00E9 7"}'

/** A rightly signed message of a vendor, and what it was made of. */
export interface Base {
  readonly vendor: Vendor
  readonly scheme: Scheme
  readonly accessKey: string
  readonly otherKey: string
  readonly making: Making
  /** rightly signed */
  readonly message: Message
  /** the same with other parts, signed anew */
  readonly sign: (change?: Partial<Making>, from?: Message) => Message
}

/** A call of each vendor that an account may say again and again. */
export const calls: Readonly<Record<VendorId, readonly [operation: string, input: Json]>> = {
  aws: ['DescribeOrganization', {}],
  huawei: [
    'QueryNumberOfResourceInstancesByResourceTypeAndTag',
    { resource_type: 'organizations:ous' },
  ],
  tencent: ['GetOrganization', {}],
  codearts: ['DeleteVPCEPAccessControlInformation', { region: 'ap-southeast-3' }],
}

const query = 'b=2&a=1%20x&c=%3A'

/** The rightly signed message that all forgeries of a vendor start from. */
export function baseOf(vendor: Vendor): Base {
  const scheme = schemes[vendor.id]
  const { exampleAccount: accessKey, secret } = vendor.referenceEndpoint
  const [operation, input] = calls[vendor.id]
  const encoded = vendor.wire.encode(operationOf(vendor.contract, operation), input)
  const plain: Message = {
    ...encoded,
    path: `${encoded.path}?${query}`,
    headers: {
      ...encoded.headers,
      host: endpoint.host,
      [scheme.own]: 'a b',
      'user-agent': 'orgproof',
      ...(vendor.id === 'tencent' && { 'x-tc-region': vendor.region }),
    },
    body,
  }
  const unsigned = new Set(['user-agent', 'x-tc-region', 'x-tc-version', 'x-tc-timestamp'])
  const making: Making = {
    names: [...Object.keys(plain.headers), ...(vendor.id === 'tencent' ? [] : [scheme.date])]
      .filter((name) => !unsigned.has(name))
      .toSorted(),
    at: now,
    secret,
    region: vendor.region,
    service: scheme.service,
    terminator: vendor.id === 'tencent' ? 'tc3_request' : 'aws4_request',
  }
  const sign: Base['sign'] = (change = {}, from = plain) => {
    const made = { ...making, ...change }
    const dated = { ...from, headers: { ...from.headers, [scheme.date]: scheme.dateOf(made.at) } }
    const authorization = `${scheme.word} ${scheme.authorization(dated, made)}`
    return withHeader(dated, 'authorization', authorization.replace('KEY', accessKey))
  }
  const otherKey = accessKey.replaceAll('1', '2')
  return { vendor, scheme, accessKey, otherKey, making, message: sign(), sign }
}

/** The same message with another header, or without it. */
export function withHeader(message: Message, name: string, value: string | undefined): Message {
  const { [name]: _, ...others } = message.headers
  return { ...message, headers: value === undefined ? others : { ...others, [name]: value } }
}
