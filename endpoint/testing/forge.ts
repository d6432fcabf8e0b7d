import type { Message } from '../../specs/wire/wire.ts'
import { withHeader, type Base } from './base.ts'
import type { Chance } from './chance.ts'

/** Milliseconds. */
export const minute = 60_000
/** Milliseconds. */
export const hour: number = 60 * minute

/** Alters a part of the base. */
export type Forge = (base: Base, chance: Chance) => Message
/** What is altered, and how. All messages of one name are believed, or none is. */
export type Forgeries = Readonly<Record<string, Forge>>

/** Alters the value of a header; undefined takes it away. */
export const header =
  (
    name: (base: Base) => string,
    change: (value: string, chance: Chance) => string | undefined,
  ): Forge =>
  (base, chance) =>
    withHeader(base.message, name(base), change(base.message.headers[name(base)] ?? '', chance))

/** Alters the header `authorization` as text. */
export const authorization =
  (change: (value: string, base: Base, chance: Chance) => string): Forge =>
  (base, chance) =>
    withHeader(
      base.message,
      'authorization',
      change(base.message.headers['authorization'] ?? '', base, chance),
    )

/** Alters the digits of the signature. */
export const signature = (change: (value: string, chance: Chance) => string): Forge =>
  authorization((value, _, chance) =>
    value.replace(/[0-9a-f]{64}$/u, (digits) => change(digits, chance)),
  )

/** The list of the signed headers, as it stands in the header alone. */
export const list = (change: (names: readonly string[], chance: Chance) => string): Forge =>
  authorization((value, _, chance) =>
    value.replace(
      /SignedHeaders=([^,]*)/u,
      (_whole, names: string) => `SignedHeaders=${change(names.split(';'), chance)}`,
    ),
  )

/** The list of the signed headers, and a signature that was made over it. */
export const signedList =
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

/** Alters the path, without its query. */
export const path =
  (change: (path: string, chance: Chance) => string): Forge =>
  ({ message }, chance) => {
    const [route = '', rest = ''] = message.path.split('?')
    return { ...message, path: `${change(route, chance)}?${rest}` }
  }

/** Alters the query. */
export const queried =
  (change: (query: string, chance: Chance) => string): Forge =>
  ({ message }, chance) => {
    const [route = '', rest = ''] = message.path.split('?')
    return { ...message, path: `${route}?${change(rest, chance)}` }
  }

/** Alters the text of the body. */
export const bodied =
  (change: (text: string, chance: Chance) => string): Forge =>
  ({ message }, chance) => ({ ...message, body: change(message.body, chance) })

/** Names that every object inherits, in small letters as headers have them. */
export const inherited: readonly string[] = [
  '__proto__',
  'constructor',
  'hasownproperty',
  'tostring',
  'valueof',
]
/** The header with the instant of the signature. */
export const date = ({ scheme }: Base): string => scheme.date
/** The header that is signed because the caller wants it so. */
export const ownHeader = ({ scheme }: Base): string => scheme.own
/** The bytes of a text with a byte that is no UTF-8 in the place of its sign for one. */
export const bareByte = (text: string): Uint8Array => {
  const [before = '', after = ''] = text.split('\uFFFD')
  return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)])
}
