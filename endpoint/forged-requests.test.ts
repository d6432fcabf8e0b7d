import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { operationOf } from '../specs/contract.ts'
import { rowOf } from '../specs/dialect.ts'
import { own } from '../specs/own.ts'
import type { Vendor, VendorId } from '../specs/vendor.ts'
import { knownVendors, loadVendor } from '../specs/vendors.ts'
import { basicDate } from '../specs/wire/basic-date.ts'
import { issueToken } from '../specs/wire/issued-token.ts'
import { sdkHmacCanonical, sdkHmacSignature } from '../specs/wire/sdk-hmac.ts'
import { bodyHash } from '../specs/wire/sha256.ts'
import { sigV4Canonical, sigV4SignatureOf } from '../specs/wire/sigv4-canonical.ts'
import { tc3Canonical, tc3Day, tc3Signature } from '../specs/wire/tc3.ts'
import type { Answer, Message } from '../specs/wire/wire.ts'
import { openFacade } from './facade.ts'
import { honestSteps } from './honest-steps.ts'

/**
 * Every part of a rightly signed request is altered in turn. What is believed all the same stands in a table, with the
 * reason why the scheme allows it; nothing else is.
 */

const perVendor = 150
const now = new Date(Date.UTC(2024, 9, 1, 12))
const endpoint = new URL('http://127.0.0.1:4321')
const minute = 60_000
const hour = 60 * minute

/** The sign for a character that can not be read, a letter in two compositions, and a number. */
const body = '{"OrgproofUnknown":"\uFFFD \u00E9 7"}'

// ---- what is forged

interface Chance {
  readonly below: (limit: number) => number
  readonly oneOf: <T>(choices: readonly T[]) => T
}

const chanceOf = (seed: number): Chance => {
  let state = seed
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * limit)
  }
  return { below, oneOf: <T>(choices: readonly T[]) => choices[below(choices.length)] as T }
}

/** How a signature is made, in the parts that a forger may choose. */
interface Making {
  readonly names: readonly string[]
  readonly at: Date
  readonly secret: string
  readonly region: string
  readonly service: string
  readonly terminator: string
}

interface Scheme {
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

interface Base {
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

type Forge = (base: Base, chance: Chance) => Message
/** What is altered, and how. All messages of one name are believed, or none is. */
type Forgeries = Readonly<Record<string, Forge>>

const schemes: Readonly<Record<VendorId, Scheme>> = {
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

/** A call that an account may say again and again. */
const calls: Readonly<
  Record<VendorId, readonly [operation: string, input: Record<string, never>]>
> = {
  aws: ['DescribeOrganization', {}],
  huawei: [
    'QueryNumberOfResourceInstancesByResourceTypeAndTag',
    { resource_type: 'organizations:ous' } as never,
  ],
  tencent: ['GetOrganization', {}],
  codearts: ['DeleteVPCEPAccessControlInformation', { region: 'ap-southeast-3' } as never],
}

const query = 'b=2&a=1%20x&c=%3A'

const baseOf = (vendor: Vendor): Base => {
  const scheme = schemes[vendor.id]
  const { exampleAccount: accessKey, secret } = vendor.embedding
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

const withHeader = (message: Message, name: string, value: string | undefined): Message => {
  const { [name]: _, ...others } = message.headers
  return { ...message, headers: value === undefined ? others : { ...others, [name]: value } }
}

const header =
  (
    name: (base: Base) => string,
    change: (value: string, chance: Chance) => string | undefined,
  ): Forge =>
  (base, chance) =>
    withHeader(base.message, name(base), change(base.message.headers[name(base)] ?? '', chance))

const authorization =
  (change: (value: string, base: Base, chance: Chance) => string): Forge =>
  (base, chance) =>
    withHeader(
      base.message,
      'authorization',
      change(base.message.headers['authorization'] ?? '', base, chance),
    )

const signature = (change: (value: string, chance: Chance) => string): Forge =>
  authorization((value, _, chance) =>
    value.replace(/[0-9a-f]{64}$/u, (digits) => change(digits, chance)),
  )

/** The list of the signed headers, as it stands in the header alone. */
const list = (change: (names: readonly string[], chance: Chance) => string): Forge =>
  authorization((value, _, chance) =>
    value.replace(
      /SignedHeaders=([^,]*)/u,
      (_whole, names: string) => `SignedHeaders=${change(names.split(';'), chance)}`,
    ),
  )

/** The list of the signed headers, and a signature that was made over it. */
const signedList =
  (
    change: (names: readonly string[], chance: Chance) => readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Forge =>
  ({ making, message, sign }, chance) => {
    const { authorization: _, ...headers } = message.headers
    return sign(
      { names: change(making.names, chance) },
      { ...message, headers: { ...headers, ...more } },
    )
  }

const path =
  (change: (path: string, chance: Chance) => string): Forge =>
  ({ message }, chance) => {
    const [route = '', rest = ''] = message.path.split('?')
    return { ...message, path: `${change(route, chance)}?${rest}` }
  }

const queried =
  (change: (query: string, chance: Chance) => string): Forge =>
  ({ message }, chance) => {
    const [route = '', rest = ''] = message.path.split('?')
    return { ...message, path: `${route}?${change(rest, chance)}` }
  }

const bodied =
  (change: (text: string, chance: Chance) => string): Forge =>
  ({ message }, chance) => ({ ...message, body: change(message.body, chance) })

const inherited = ['__proto__', 'constructor', 'hasownproperty', 'tostring', 'valueof']
const date = ({ scheme }: Base): string => scheme.date
const ownHeader = ({ scheme }: Base): string => scheme.own
const bareByte = (text: string): Uint8Array => {
  const [before = '', after = ''] = text.split('\uFFFD')
  return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)])
}

const common: Forgeries = {
  'another scheme': authorization((value, { scheme }, { oneOf }) =>
    value.replace(
      scheme.word,
      oneOf([
        'Bearer',
        'AWS4-HMAC-SHA512',
        'HMAC-SHA256',
        scheme.word.toLowerCase(),
        `${scheme.word} ${scheme.word}`,
      ]),
    ),
  ),
  'no authorization': header(
    () => 'authorization',
    () => undefined,
  ),
  'an empty authorization': header(
    () => 'authorization',
    () => '',
  ),
  'the key of another account': authorization((value, { accessKey, otherKey }) =>
    value.replace(accessKey, otherKey),
  ),
  'a key that nobody has': authorization((value, { accessKey }, { oneOf }) =>
    value.replace(
      accessKey,
      oneOf(['AKIAORGPROOFNOBODY', `${accessKey}0`, accessKey.slice(1), `%${accessKey}`]),
    ),
  ),
  'no key': authorization((value, { accessKey }) => value.replace(accessKey, '')),
  'a digit of the signature': signature((digits, { below }) => {
    const at = below(digits.length)
    return digits.slice(0, at) + (digits[at] === '0' ? '1' : '0') + digits.slice(at + 1)
  }),
  'a signature in capitals': signature((digits) => digits.toUpperCase()),
  'a shorter signature': signature((digits, { below }) => digits.slice(below(63) + 1)),
  'a longer signature': signature((digits, { oneOf }) => digits + oneOf(['0', '00', digits])),
  'an empty signature': signature(() => ''),
  'a signature in another alphabet': signature((digits) =>
    Buffer.from(digits, 'hex').toString('base64'),
  ),
  'a signature with a blank': signature((digits, { below }) => {
    const at = below(62) + 1
    return `${digits.slice(0, at)} ${digits.slice(at)}`
  }),
  'the signature of another message': ({ message, sign }) =>
    withHeader(
      message,
      'authorization',
      sign({}, { ...message, body: '{}' }).headers['authorization'],
    ),
  'another secret': ({ sign }, { oneOf }) =>
    sign({ secret: oneOf(['', 'orgproof-secret ', 'Orgproof-secret']) }),
  'names in another order': list((names) => names.toReversed().join(';')),
  'names in another order, signed so': signedList((names) => names.toReversed()),
  'a name twice': list((names, { oneOf }) => [...names, oneOf(names)].toSorted().join(';')),
  'a name twice, signed so': signedList((names, { oneOf }) => [...names, oneOf(names)].toSorted()),
  'a name in capitals': list((names, { oneOf }) => {
    const chosen = oneOf(names)
    return names.map((name) => (name === chosen ? name.toUpperCase() : name)).join(';')
  }),
  'a name left out': list((names, { oneOf }) => {
    const chosen = oneOf(names)
    return names.filter((name) => name !== chosen).join(';')
  }),
  'the name of a header that is not there': list((names, { oneOf }) =>
    [...names, oneOf(['accept', 'x-nothing'])].toSorted().join(';'),
  ),
  'the name of a header that is not there, signed so': signedList((names, { oneOf }) =>
    [...names, oneOf(['accept', 'x-nothing'])].toSorted(),
  ),
  'names that every object inherits': list((names, { oneOf }) =>
    [...names, oneOf(inherited)].toSorted().join(';'),
  ),
  'names that every object inherits, signed so': signedList((names, { oneOf }) =>
    [...names, oneOf(inherited)].toSorted(),
  ),
  'no names': list(() => ''),
  'an empty name': list((names, { oneOf }) =>
    oneOf([`${names.join(';')};`, `;${names.join(';')}`, names.join(';;')]),
  ),
  'names with commas': list((names) => names.join(',')),
  'a name more that was signed': signedList((names) => [...names, 'user-agent'].toSorted()),
  'a part twice': authorization(
    (value, _, { oneOf }) =>
      value + oneOf([`, ${value.split(', ').at(-1) ?? ''}`, `, ${value.split(', ')[1] ?? ''}`]),
  ),
  'a part too many': authorization((value) => `${value}, More=1`),
  'a part missing': authorization((value, _, { below }) =>
    value.split(', ').toSpliced(below(3), 1).join(', '),
  ),
  'parts in another order': authorization((value) => {
    const [first = '', second = '', third = ''] = value.split(', ')
    return [first, third, second].join(', ')
  }),
  'another separator': authorization((value) => value.replaceAll(', ', '; ')),
  'no blank behind the commas': authorization((value) => value.replaceAll(', ', ',')),
  'another host': header(
    () => 'host',
    (_, { oneOf }) => oneOf(['elsewhere', '127.0.0.1', '127.0.0.1:4322', 'localhost:4321']),
  ),
  'another content type': header(
    () => 'content-type',
    (_, { oneOf }) => oneOf(['text/plain', 'application/xml', '']),
  ),
  'another date': header(date, (_, { oneOf }) => oneOf(['20241001T120001Z', '1727784001'])),
  'no date': header(date, () => undefined),
  'a date in another form': header(date, (_, { oneOf }) =>
    oneOf(['2024-10-01T12:00:00Z', 'Tue, 01 Oct 2024 12:00:00 GMT', '', '1727784000.5', '-1']),
  ),
  'a date that no calendar has': header(date, (_, { oneOf }) =>
    oneOf(['20240230T120000Z', '20241301T120000Z', '20241001T250000Z', '99999999999999']),
  ),
  'signed long ago': ({ sign }, { oneOf }) =>
    sign({ at: new Date(now.getTime() - oneOf([16 * minute, hour, 24 * hour])) }),
  'signed for later': ({ sign }, { oneOf }) =>
    sign({ at: new Date(now.getTime() + oneOf([16 * minute, hour, 24 * hour])) }),
  'a header that is not signed': (base, { oneOf }) =>
    withHeader(
      base.message,
      oneOf(['user-agent', 'accept', 'x-forwarded-for', '__proto__', 'constructor']),
      'other',
    ),
  'a signed header': header(ownHeader, (_, { oneOf }) => oneOf(['a c', 'ab', 'a b, a b', ''])),
  'a signed header is gone': header(ownHeader, () => undefined),
  'blanks around a value': header(ownHeader, (value) => `  ${value} `),
  'blanks inside a value': header(ownHeader, (value) => value.replace(' ', '   ')),
  'capitals in a value': header(ownHeader, (value) => value.toUpperCase()),
  'a session token': (base) => withHeader(base.message, base.scheme.token, 'made-up'),
  'the wrong hash of the body': (base, { oneOf }) =>
    withHeader(
      base.message,
      base.scheme.hash,
      oneOf(['0'.repeat(64), bodyHash({ body: '' }), 'UNSIGNED-PAYLOAD', '']),
    ),
  'a letter of the body': bodied((text) => text.replace('7', '8')),
  'a blank in the body': bodied((text, { oneOf }) =>
    oneOf([`${text} `, ` ${text}`, `${text}\n`, text.replace(':', ': ')]),
  ),
  'a part of the body': bodied((text, { below }) => text.slice(0, below(text.length - 1))),
  'another body': bodied((_, { oneOf }) => oneOf(['', '{}', '[]'])),
  'a mark for the byte order': bodied((text) => `\uFEFF${text}`),
  'a letter composed otherwise': bodied((text) => text.normalize('NFD')),
  'bytes that read like the body': ({ message }) => ({ ...message, bytes: bareByte(message.body) }),
  'empty steps': path((route) => route.replace('/', '//')),
  'relative steps': path((route, { oneOf }) =>
    route.replace('/', oneOf(['/./', '/../', '/x/../', '/../../'])),
  ),
  'another step': path(
    (route, { oneOf }) => `${route.replace(/\/$/u, '')}/${oneOf(['x', '%2F', '..%2F', ';a=1'])}`,
  ),
  'another query value': queried((text) => text.replace('b=2', 'b=3')),
  'a query member more': queried((text, { oneOf }) => `${text}&${oneOf(['d=1', 'b=2', 'b'])}`),
  'a query name that every object inherits': queried(
    (text, { oneOf }) => `${text}&${oneOf(inherited)}=1`,
  ),
  'another value of such a name': ({ message, sign }, { oneOf }) => {
    const name = oneOf(inherited)
    const signed = sign({}, { ...message, path: `${message.path}&${name}=1` })
    return { ...signed, path: signed.path.replace(`${name}=1`, `${name}=2`) }
  },
  'a query member less': queried((text, { oneOf }) => oneOf([text.replace('b=2&', ''), ''])),
  'another query name': queried((text) => text.replace('b=', 'B=')),
  'another method': ({ message }, { oneOf }) => ({
    ...message,
    method: oneOf(['GET', 'PUT', 'PATCH', 'OPTIONS', message.method.toLowerCase()]),
  }),
}

/** What the schemes read in different ways. */
const ofOrder: Forgeries = {
  'the query in another order': queried((text) => text.split('&').toReversed().join('&')),
  'escapes in small letters': queried((text) => text.replace('%3A', '%3a')),
  'an escape that nobody needs': queried((text) => text.replace('b=2', '%62=2')),
  'an empty pair in the query': queried((text, { oneOf }) => oneOf([`${text}&`, `&${text}`])),
}

const scoped: Forgeries = {
  'another day in the scope': authorization((value, _, { oneOf }) =>
    value.replace(/\/(2024-?10-?)01\//u, `/$1${oneOf(['02', '30', '00'])}/`),
  ),
  'another service': authorization((value, { scheme }, { oneOf }) =>
    value.replace(scheme.service, oneOf(['iam', 'Organizations', 'sts'])),
  ),
  'another service, signed so': ({ sign }, { oneOf }) => sign({ service: oneOf(['iam', 'sts']) }),
  'another terminator': authorization((value, _, { oneOf }) =>
    value.replace(/\/(?:aws4|tc3)_request/u, oneOf(['/aws5_request', '/request', ''])),
  ),
  'another terminator, signed so': ({ sign }, { oneOf }) =>
    sign({ terminator: oneOf(['request', 'tc4_request']) }),
}

const awsForgeries: Forgeries = {
  'another region': authorization((value, { vendor }, { oneOf }) =>
    value.replace(vendor.region, oneOf(['eu-west-1', 'US-EAST-1', ''])),
  ),
  'another region, signed so': ({ sign }, { oneOf }) =>
    sign({ region: oneOf(['eu-west-1', 'us-east-2', 'aws-global', 'US-EAST-1']) }),
  'host, content type or date unsigned': signedList((names, { oneOf }) => {
    const chosen = oneOf(['host', 'content-type', 'x-amz-target'])
    return names.filter((name) => name !== chosen)
  }),
  'an unsigned header of the vendor': (base) => withHeader(base.message, 'x-amz-more', '1'),
  'the hash of the body, unsigned': ({ message }) =>
    withHeader(message, 'x-amz-content-sha256', bodyHash(message)),
  'a signature in the query, too': queried(
    (text, { oneOf }) =>
      `${text}&${oneOf(['X-Amz-Signature', 'x-amz-signature', 'X%2DAmz-Signature'])}=${'0'.repeat(64)}`,
  ),
  'another authorization in the query': queried(
    (text, { oneOf }) =>
      `${text}&${oneOf(['X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-SignedHeaders'])}=1`,
  ),
  'no equals sign in the query': ({ message, sign }) => {
    const [route = ''] = message.path.split('?')
    return { ...sign({}, { ...message, path: `${route}?b=` }), path: `${route}?b` }
  },
  'a plus for a blank': queried((text) => text.replace('%20', '+')),
}

const tencentForgeries: Forgeries = {
  'host or content type unsigned': signedList((names, { oneOf }) => {
    const chosen = oneOf(['host', 'content-type'])
    return names.filter((name) => name !== chosen)
  }),
  'the action unsigned': signedList((names) => names.filter((name) => name !== 'x-tc-action')),
  'the service of the host': ({ sign }) => sign({ service: '127' }),
  'another port where none was signed': ({ message, sign }) => {
    const portless = sign({}, withHeader(message, 'host', '127.0.0.1'))
    return withHeader(portless, 'host', '127.0.0.1:4322')
  },
  'capitals in the content type': header(
    () => 'content-type',
    (value) => value.replace('json', 'JSON'),
  ),
  'capitals in the action': header(
    () => 'x-tc-action',
    (value) => value.toUpperCase(),
  ),
  'another action': header(
    () => 'x-tc-action',
    () => 'DeleteOrganization',
  ),
  'another version': header(
    () => 'x-tc-version',
    (_, { oneOf }) => oneOf(['2021-03-31', '']),
  ),
  'another region': header(
    () => 'x-tc-region',
    (_, { oneOf }) => oneOf(['ap-beijing', 'nowhere', '']),
  ),
  'an unsigned header of the vendor': (base) => withHeader(base.message, 'x-tc-language', 'en-US'),
  'a plus for a blank': queried((text) => text.replace('%20', '+')),
}

const huaweiForgeries: Forgeries = {
  'the date unsigned': signedList((names) => names.filter((name) => name !== 'x-sdk-date')),
  'the content type unsigned': signedList((names) =>
    names.filter((name) => name !== 'content-type'),
  ),
  'a slash at the end': path((route) => `${route}/`),
  'an escaped slash': path((route) => route.replace(/(?<=.)\//u, '%2F')),
  'an escaped letter of the path': path((route, { oneOf }) =>
    route.replace(/v([12])/u, oneOf(['%76$1', 'v%3$1'])),
  ),
  'a plus for a blank': queried((text) => text.replace('%20', '+')),
  'the right hash of the body, unsigned': ({ message }) =>
    withHeader(message, 'x-sdk-content-sha256', bodyHash(message)),
}

/** A header that names the account is looked at where the SDKs send one. */
const organizationsForgeries: Forgeries = {
  'the account of somebody else': ({ message, otherKey }) =>
    withHeader(message, 'x-domain-id', otherKey),
  'the account of the caller, unsigned': ({ message, accessKey }) =>
    withHeader(message, 'x-domain-id', accessKey),
}

const tokenOf = ({ accessKey, making }: Base, at: Date): string =>
  issueToken({ accessKey, secret: making.secret }, at)

const byToken =
  (change: (token: string, base: Base, chance: Chance) => string): Forge =>
  (base, chance) => {
    const { authorization: _, ...headers } = base.message.headers
    return {
      ...base.message,
      headers: { ...headers, 'x-auth-token': change(tokenOf(base, now), base, chance) },
    }
  }

const sealed = ({ accessKey, making }: Base, day: string): string => {
  const seal = createHmac('sha256', making.secret).update(`${accessKey}.${day}`).digest('hex')
  return `${accessKey}.${day}.${seal}`
}

const tokenForgeries: Forgeries = {
  'a token of now': byToken((token) => token),
  'a token of today': byToken((_, base, { below }) =>
    tokenOf(base, new Date(now.getTime() - below(23) * hour)),
  ),
  'a token of yesterday': byToken((_, base, { oneOf }) =>
    tokenOf(base, new Date(now.getTime() - oneOf([25, 48, 24 * 365]) * hour)),
  ),
  'a token of tomorrow': byToken((_, base, { oneOf }) =>
    tokenOf(base, new Date(now.getTime() + oneOf([1, 24, 24 * 365 * 5000]) * hour)),
  ),
  'a token of no day': byToken((_, base, { oneOf }) =>
    sealed(
      base,
      oneOf(['20240230T120000Z', '20241301T000000Z', '20240931T000000Z', '20241001T246000Z']),
    ),
  ),
  'a token with another date': byToken((token) =>
    token.replace('20241001T120000Z', '20241001T115959Z'),
  ),
  'a token of another account': byToken((token, { accessKey, otherKey }) =>
    token.replace(accessKey, otherKey),
  ),
  'a token of nobody': byToken((token, { accessKey }) => token.replace(accessKey, 'nobody')),
  'a token of another secret': byToken((_, { accessKey }) =>
    issueToken({ accessKey, secret: '' }, now),
  ),
  'a seal in capitals': byToken((token) =>
    token.replace(/[0-9a-f]{64}$/u, (seal) => seal.toUpperCase()),
  ),
  'a seal of another length': byToken((token, _, { oneOf }) =>
    oneOf([token.slice(0, -1), `${token}0`]),
  ),
  'a token with something around it': byToken((token, _, { oneOf }) =>
    oneOf([`Bearer ${token}`, `${token}.x`, `x.${token}`, `${token}, ${token}`]),
  ),
  'an empty token': byToken(() => ''),
  'a made-up token beside a right signature': ({ message }) =>
    withHeader(message, 'x-auth-token', 'made-up'),
  'another body with a token': (base) => ({
    ...byToken((token) => token)(base, chanceOf(1)),
    body: '{"vpceps":[]}',
  }),
}

const forgeriesOf: Readonly<Record<VendorId, Forgeries>> = {
  aws: { ...common, ...ofOrder, ...scoped, ...awsForgeries },
  tencent: { ...common, ...ofOrder, ...scoped, ...tencentForgeries },
  huawei: { ...common, ...ofOrder, ...huaweiForgeries, ...organizationsForgeries },
  codearts: { ...common, ...ofOrder, ...huaweiForgeries, ...tokenForgeries },
}

// ---- what is believed all the same

interface Allowed {
  /** why the scheme allows it */
  readonly why: string
  /** what the protocol says to it then; absent: it is answered like the base */
  readonly answered?: string
}

/** The reason, and where it is said. */
const because = {
  unsigned: 'headers that the list does not name are not signed, and may be anything',
  covered: 'which further headers are signed is the choice of the client, who signed this one',
  trimmed:
    'white space around a value is not part of it (RFC 9110, section 5.5), nor of what is signed',
  listed: 'blanks behind a comma are no part of a list (RFC 9110, section 5.6.1)',
  oneSecret:
    'the key is not part of what is signed but says whose secret signs, and all accounts here share one',
  sorted: 'the query is signed in the order of its names (canonical query string)',
  escaped: 'the query is signed in one spelling of its escapes (canonical query string)',
  pairs: 'the query is signed pair by pair, and an empty one is none (canonical query string)',
} as const

const everywhere: Readonly<Record<string, Allowed>> = {
  'a header that is not signed': { why: because.unsigned },
  'a name more that was signed': { why: because.covered },
  'blanks around a value': { why: because.trimmed },
  'no blank behind the commas': { why: because.listed },
}

const sortedQuery: Readonly<Record<string, Allowed>> = {
  'the query in another order': { why: because.sorted },
  'escapes in small letters': { why: because.escaped },
  'an escape that nobody needs': { why: because.escaped },
  'an empty pair in the query': { why: because.pairs },
}

const sdkHmacAllows: Readonly<Record<string, Allowed>> = {
  'a plus for a blank': {
    why: 'forms write a blank as plus, and the query is signed by what it means (canonical query string)',
  },
  'the content type unsigned': {
    why: 'the Go client signs the date alone (huaweicloud-sdk-go-v3@1cd70eb6): which others are is its choice',
  },
  'the right hash of the body, unsigned': {
    why: 'it says what is true, and what is signed anyway',
  },
  'an escaped letter of the path': { why: 'the same path (RFC 3986, section 6.2.2.2)' },
  'a slash at the end': {
    why: 'Huawei Cloud, "API Signature Authentication Mechanism", CanonicalURI: one is added before signing',
    answered: 'APIGW.0101',
  },
}

const allowed: Readonly<Record<VendorId, Readonly<Record<string, Allowed>>>> = {
  aws: {
    ...everywhere,
    ...sortedQuery,
    'the key of another account': {
      why: because.oneSecret,
      answered: 'AWSOrganizationsNotInUseException',
    },
    'parts in another order': { why: 'the parts have names; no page gives them an order' },
    'blanks inside a value': {
      why: 'AWS, "Create a signed AWS API request", canonical headers: several blanks are signed as one',
    },
    'no equals sign in the query': {
      why: 'the same page, canonical query string: a name without a value is signed with an empty one',
    },
    'empty steps': {
      why: 'the same page, canonical URI, and normalize-path/get-slashes of the AWS Signature Version 4 Test Suite: a path is signed without them. Smithy, "AWS JSON 1.1 protocol": it is not the root URL',
      answered: 'UnknownOperationException',
    },
    'relative steps': {
      why: 'the same, and normalize-path/get-relative',
      answered: 'UnknownOperationException',
    },
  },
  huawei: {
    ...everywhere,
    ...sortedQuery,
    ...sdkHmacAllows,
    'the key of another account': { why: because.oneSecret, answered: 'Organizations.1015' },
    'the account of the caller, unsigned': { why: because.unsigned },
  },
  tencent: {
    ...everywhere,
    'the key of another account': {
      why: because.oneSecret,
      answered: 'ResourceNotFound.OrganizationNotExist',
    },
    'capitals in a value': {
      why: 'Tencent Cloud, "Signature method v3", step 1: values are signed in small letters',
    },
    'capitals in the content type': {
      why: 'the same; and media types have no case (RFC 9110, 8.3.1)',
    },
    'capitals in the action': { why: 'the same; actions have a case', answered: 'InvalidAction' },
    'the action unsigned': {
      why: 'the same page: host and content type are signed, the action may be',
    },
    'another version': { why: because.unsigned, answered: 'NoSuchVersion' },
    'another region': { why: `${because.unsigned}; the actions of this API need no region` },
    'an unsigned header of the vendor': { why: because.unsigned },
    'the wrong hash of the body': {
      why: `${because.unsigned}; the page knows no such header, the hash that is signed is of the body itself`,
    },
    'the service of the host': {
      why: "the vendor's clients take the first label of the host for the service (tencentcloud-sdk-nodejs, sign.js)",
    },
    'another port where none was signed': {
      why: "the vendor's clients sign the host without its port (tencentcloud-sdk-nodejs, sign.js)",
    },
  },
  codearts: {
    ...everywhere,
    ...sortedQuery,
    ...sdkHmacAllows,
    'the key of another account': { why: because.oneSecret },
    'a token of now': {
      why: 'the document, line 310 and after: a token may stand in for a signature',
    },
    'a token of today': { why: 'the document, line 316: it is valid for 24 hours' },
    'another body with a token': { why: 'a token says who asks, and nothing of what is asked' },
  },
}

// ---- the test

interface Found {
  readonly what: string
  readonly believed: boolean
  readonly answered: string
}

const sayingOf = (vendor: Vendor, operation: string, answer: Answer): string => {
  const reply = vendor.wire.decode(operationOf(vendor.contract, operation), answer)
  if (reply.kind === 'output') return 'done'
  return 'code' in reply && reply.code !== undefined ? reply.code : reply.kind
}

const openGate = async (vendor: Vendor) => {
  const base = baseOf(vendor)
  const facade = openFacade(vendor, { clock: () => now.getTime(), random: () => 0.5 })
  const serving = { now, regions: [vendor.region] }
  const { verify } = honestSteps(vendor)
  const [operation] = calls[vendor.id]
  const say = async (message: Message): Promise<string> =>
    sayingOf(vendor, operation, await facade.answer(message))
  const found = rowOf(vendor.dialect, 'found')
  if (found !== undefined) {
    const input = found.args.write({ features: 'all' })
    const encoded = vendor.wire.encode(operationOf(vendor.contract, found.operation), input)
    const scope = {
      credentials: { accessKey: base.accessKey, secret: base.making.secret },
      region: vendor.region,
      at: now,
    }
    await facade.answer(await vendor.wire.sign(encoded, endpoint, scope))
  }
  const asBase = await say(base.message)
  const tryOut = async (what: string, message: Message): Promise<Found> => {
    const verified = await verify(message, serving)
    const said = await say(message)
    return {
      what,
      believed: !('problem' in verified),
      answered: said === asBase ? 'as the base' : said,
    }
  }
  return { base, asBase, verify, serving, tryOut, facade }
}

/** Each way in turn, until there are enough. */
const forged = (base: Base, seed: number): readonly (readonly [string, Message])[] => {
  const chance = chanceOf(seed)
  const ways = Object.entries(forgeriesOf[base.vendor.id])
  return Array.from({ length: perVendor }, (_, index) => {
    const [what, forge] = ways[index % ways.length] as (typeof ways)[number]
    return [what, forge(base, chance)] as const
  })
}

test('there are six hundred in all', () => {
  expect(knownVendors.length * perVendor).toBe(600)
})

describe.each(knownVendors)('%s', async (id) => {
  const vendor = await loadVendor(id)

  test('the base is rightly signed, and the only message of its kind', async () => {
    const { base, verify, serving, asBase } = await openGate(vendor)
    expect(await verify(base.message, serving)).toEqual({ accessKey: base.accessKey })
    expect(asBase).not.toMatch(/^(?:garbled|APIGW|AuthFailure|.*Signature)/u)
    for (const [what, message] of forged(base, 1)) expect(message, what).not.toEqual(base.message)
  })

  test('there are at least two messages of every other kind', () => {
    expect(Object.keys(forgeriesOf[id]).length).toBeGreaterThan(60)
    expect(Object.keys(forgeriesOf[id]).length).toBeLessThanOrEqual(perVendor)
  })

  test('what is believed is what the table says', async () => {
    const { base, tryOut, facade } = await openGate(vendor)
    const tried: Found[] = []
    for (const [what, message] of forged(base, 7)) tried.push(await tryOut(what, message))
    expect(tried).toHaveLength(perVendor)
    const believed = tried.filter((one) => one.believed)
    const listed = Object.entries(allowed[id]).map(
      ([what, { answered = 'as the base' }]) => `${what}: ${answered}`,
    )
    expect(
      [...new Set(believed.map(({ what, answered }) => `${what}: ${answered}`))].toSorted(),
    ).toEqual(listed.toSorted())
    // one kind is believed as a whole, or not at all; and whatever is not believed is not answered either
    const names = new Set(believed.map(({ what }) => what))
    for (const { what, believed: is, answered } of tried) {
      expect(is, what).toBe(names.has(what))
      if (!is) expect(answered, what).not.toBe('as the base')
    }
    expect(facade.troubles()).toEqual([])
  })
})
