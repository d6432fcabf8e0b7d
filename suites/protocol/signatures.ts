import type { Message } from '../../specs/wire/wire.ts'
import type { ProperCall, SpoiledArea, Spoils } from './spoiled-call.ts'

const minutes = 60_000

const withHeader = (message: Message, name: string, value: string | undefined): Message => {
  const { [name]: _signed, ...others } = message.headers
  return { ...message, headers: value === undefined ? others : { ...others, [name]: value } }
}

const authorization = (rewrite: (value: string) => string | undefined) => (): Spoils => ({
  after: (message) =>
    withHeader(message, 'authorization', rewrite(message.headers['authorization'] ?? '')),
})

const credentials =
  (change: Readonly<Record<string, string>>) =>
  ({ principal }: ProperCall): Spoils => ({
    principal: { ...principal, credentials: { ...principal.credentials, ...change } },
  })

const at =
  (offset: number) =>
  ({ now }: ProperCall): Spoils => ({ at: new Date(now + offset) })

/** A header of the vendor's own that the signature does not cover. */
const unsignedHeader = ({ naming }: ProperCall): Spoils => {
  const prefix = (naming ?? 'x-').replace(/[a-z]+$/u, '')
  return { after: (message) => withHeader(message, `${prefix}orgproof`, 'unsigned') }
}

const lastDigit = (value: string): string => value.slice(0, -1) + (value.endsWith('0') ? '1' : '0')

/** Nobody can know who sent the message, or whether it is what was sent. */
export const signatures: SpoiledArea = {
  area: 'signature',
  source: ({ protocol }) => protocol.signature,
  feature: 'signatures',
  calls: [
    {
      what: 'missing',
      title: 'A message without a signature',
      refusal: 'wire.missing-signature',
      spoil: authorization(() => undefined),
    },
    {
      what: 'garbled',
      title: 'A signature that can not be read',
      refusal: 'wire.malformed-signature',
      spoil: authorization(() => 'Orgproof garbled'),
    },
    {
      what: 'truncated',
      title: 'A signature that is cut off',
      refusal: 'wire.malformed-signature',
      spoil: authorization((value) => value.slice(0, value.length / 2)),
    },
    {
      what: 'tampered',
      title: 'A signature with its last digit changed',
      refusal: 'wire.invalid-signature',
      spoil: authorization(lastDigit),
    },
    {
      what: 'another-secret',
      title: 'A signature with another secret',
      refusal: 'wire.invalid-signature',
      spoil: credentials({ secret: 'orgproof-another-secret' }),
    },
    {
      what: 'tampered-body',
      title: 'A body changed after signing',
      refusal: 'wire.invalid-signature',
      spoil: () => ({ after: (message) => ({ ...message, body: `${message.body} ` }) }),
    },
    {
      what: 'tampered-operation',
      title: 'An operation changed after signing',
      refusal: 'wire.invalid-signature',
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
      what: 'expired',
      title: 'A signature of an hour ago',
      refusal: 'wire.expired',
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
      spoil: credentials({ accessKey: 'ORGPROOFNOBODYHASIT0' }),
    },
    {
      what: 'unknown-token',
      title: 'A session token that nobody issued',
      refusal: 'wire.invalid-token',
      spoil: credentials({ token: 'orgproof-never-issued-this-token' }),
    },
  ],
}
