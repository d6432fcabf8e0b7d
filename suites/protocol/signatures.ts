import type { Message, SignedHeadersOf } from '../../specs/wire/wire.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { withQuery } from './message-changes.ts'
import { harmlessCall } from './proper-call.ts'
import type { ProperCall, SpoiledArea, SpoiledCall, Spoils } from './spoiled-call.ts'
import { spoiledTokens } from './spoiled-tokens.ts'

const minutes = 60_000

const withHeader = (message: Message, name: string, value: string | undefined): Message => {
  const { [name]: _signed, ...others } = message.headers
  return { ...message, headers: value === undefined ? others : { ...others, [name]: value } }
}

const authorization = (rewrite: (value: string) => string | undefined) => (): Spoils => ({
  after: (message) =>
    withHeader(message, 'authorization', rewrite(message.headers['authorization'] ?? '')),
})

const signedWith =
  (change: Readonly<Record<string, string>>) =>
  ({ credentials }: ProperCall): Spoils => ({ credentials: { ...credentials, ...change } })

const at =
  (offset: number) =>
  ({ now }: ProperCall): Spoils => ({ at: new Date(now + offset) })

/** A header of the vendor's own that the signature does not cover. */
const unsignedHeader = ({ naming }: ProperCall): Spoils => {
  const prefix = (naming ?? 'x-').replace(/[a-z]+$/u, '')
  return { after: (message) => withHeader(message, `${prefix}orgproof`, 'unsigned') }
}

const mark = '\u{FFFD}'

/** A member that nobody knows, with the sign for a character that can not be read. */
const withMark = (message: Message): Message => ({
  ...message,
  body: message.body.replace(/^\{(?=(\}?))/u, (_, end: string) => {
    const more = end === '' ? ',' : ''
    return `{"OrgproofUnknown":"${mark}"${more}`
  }),
})

/** The same text to whoever decodes a body before it is hashed: a byte that is no UTF-8 in the place of the sign. */
const withBareByte = (message: Message): Message => {
  const sent = Buffer.from(message.body)
  const start = sent.indexOf(mark)
  const after = sent.subarray(start + Buffer.byteLength(mark))
  const bytes = Buffer.concat([sent.subarray(0, start), Buffer.from([0xff]), after])
  return { ...message, bytes }
}

/** A signature that is right over a list of names which the scheme may forbid. */
const signedOver = (signedHeaders: SignedHeadersOf) => (): Spoils => ({ signedHeaders })

/** A list of names that the scheme wants sorted, and each of them once. */
const misListed: Pick<SpoiledCall, 'refusal' | 'silent' | 'applies' | 'source' | 'twin'> = {
  refusal: 'wire.malformed-signature',
  // it may be called a list that nobody may write, or a signature that is not the one of the right list
  silent: true,
  applies: ({ protocol }) => protocol.sortedHeaders !== undefined,
  source: ({ protocol }) => protocol.sortedHeaders,
  twin: signedOver((names) => names),
}

const lastDigit = (value: string): string => value.slice(0, -1) + (value.endsWith('0') ? '1' : '0')

/** Nobody can know who sent the message, or whether it is what was sent. */
export const signatures: SpoiledArea = {
  area: 'signature',
  file: sourceOf(import.meta.url),
  source: ({ protocol }) => protocol.signature,
  feature: 'signatures',
  calls: [
    {
      what: 'missing',
      title: 'A message without a signature',
      refusal: 'wire.missing-signature',
      protects: true,
      spoil: authorization(() => undefined),
    },
    {
      what: 'garbled',
      title: 'A signature that can not be read',
      refusal: 'wire.malformed-signature',
      protects: true,
      spoil: authorization(() => 'Orgproof garbled'),
    },
    {
      what: 'truncated',
      title: 'A signature that is cut off',
      refusal: 'wire.malformed-signature',
      protects: true,
      spoil: authorization((value) => value.slice(0, value.length / 2)),
    },
    {
      what: 'tampered',
      title: 'A signature with its last digit changed',
      refusal: 'wire.invalid-signature',
      protects: true,
      spoil: authorization(lastDigit),
    },
    {
      what: 'tampered-query',
      title: 'A query added after signing',
      refusal: 'wire.invalid-signature',
      protects: true,
      // elsewhere no query belongs to the message
      applies: (vendor) => harmlessCall(vendor)?.naming === undefined,
      spoil: () => ({ after: withQuery }),
      twin: () => ({ before: withQuery }),
    },
    {
      what: 'another-secret',
      title: 'A signature with another secret',
      refusal: 'wire.invalid-signature',
      protects: true,
      spoil: signedWith({ secret: 'orgproof-another-secret' }),
    },
    {
      what: 'tampered-body',
      title: 'A body changed after signing',
      refusal: 'wire.invalid-signature',
      protects: true,
      spoil: () => ({ after: (message) => ({ ...message, body: `${message.body} ` }) }),
    },
    {
      what: 'tampered-bytes',
      title: 'A body with other bytes for the same text',
      refusal: 'wire.invalid-signature',
      // who reads before verifying says that the bytes are no text
      silent: true,
      spoil: () => ({ before: withMark, after: withBareByte }),
    },
    {
      what: 'tampered-operation',
      title: 'An operation changed after signing',
      refusal: 'wire.invalid-signature',
      protects: true,
      spoil: ({ naming }) => ({
        after: (message) =>
          naming === undefined
            ? { ...message, path: `${message.path}/orgproof` }
            : withHeader(message, naming, `${message.headers[naming] ?? ''}Orgproof`),
      }),
    },
    {
      what: 'unsigned-header',
      title: 'A header that the signature leaves out',
      refusal: 'wire.unsigned-header',
      applies: ({ protocol }) => protocol.headersMayGoUnsigned !== true,
      spoil: unsignedHeader,
    },
    {
      what: 'doubled-header',
      title: 'A signature that names a header twice',
      ...misListed,
      spoil: signedOver(([first = '', ...others]) => [first, first, ...others]),
    },
    {
      what: 'unsorted-headers',
      title: 'A signature that names its headers out of order',
      ...misListed,
      spoil: signedOver((names) => names.toReversed()),
    },
    {
      what: 'foreign-region',
      title: 'A signature for a region that does not exist',
      refusal: 'wire.wrong-scope',
      applies: ({ protocol }) => protocol.signsRegion === true,
      spoil: () => ({ region: 'xx-orgproof-1' }),
    },
    {
      what: 'expired',
      title: 'A signature of an hour ago',
      refusal: 'wire.expired',
      protects: true,
      spoil: at(-60 * minutes),
    },
    {
      what: 'future',
      title: 'A signature of an hour from now',
      refusal: 'wire.expired',
      spoil: at(60 * minutes),
    },
    {
      what: 'unknown-key',
      title: 'An access key that nobody has',
      refusal: 'wire.unknown-key',
      protects: true,
      spoil: signedWith({ accessKey: 'ORGPROOFNOBODYHASIT0' }),
    },
    {
      what: 'unknown-token',
      title: 'A session token that nobody issued',
      refusal: 'wire.invalid-token',
      spoil: signedWith({ token: 'orgproof-never-issued-this-token' }),
    },
    ...spoiledTokens,
  ],
}
