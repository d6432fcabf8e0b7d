import type { Vendor } from '../../specs/vendor/vendor.ts'
import { isSortedSet } from '../../specs/wire/header-names.ts'
import type { Message, Serving, SigningScope } from '../../specs/wire/wire.ts'
import type { Fault } from '../fault.ts'
import { keysOf } from '../keys.ts'
import { signedAt } from './signed-at.ts'

/**
 * Verifies without the rule that names of signed headers are sorted, and each there once: a list that `tolerates`
 * accepts is taken as it stands, and the signature recomputed over it. Every other rule is kept.
 */
export function believing(tolerates: (names: readonly string[]) => boolean): Fault['alter'] {
  return ({ verify }, vendor) => ({
    verify: async (message, serving) => {
      const names = listedIn(message)
      if (isSortedSet(names) || !tolerates(names)) return await verify(message, serving)
      return await verify((await righted(vendor, message, serving)) ?? message, serving)
    },
  })
}

const listedIn = ({ headers }: Message): readonly string[] =>
  /SignedHeaders=([^,\s]+)/u.exec(headers['authorization'] ?? '')?.[1]?.split(';') ?? []

/** The same signed over the list that the scheme wants; undefined when it is not rightly signed over its own. */
const righted = async (
  vendor: Vendor,
  message: Message,
  { regions }: Serving,
): Promise<Message | undefined> => {
  const written = message.headers['authorization'] ?? ''
  const names = listedIn(message)
  for (const region of regions) {
    const scope = scopeOf(vendor, message, region)
    if (scope === undefined) return undefined
    const sign = (list: readonly string[]): Promise<string> =>
      signedOver(vendor, message, { ...scope, signedHeaders: () => list })
    if (signatureIn(await sign(names)) !== signatureIn(written)) continue
    const authorization = await sign([...new Set(names)].toSorted())
    return { ...message, headers: { ...message.headers, authorization } }
  }
  return undefined
}

const signatureIn = (authorization: string): string => authorization.slice(-64)

/** How whoever the message names would sign it for a region; undefined when nobody could. */
const scopeOf = (vendor: Vendor, message: Message, region: string): SigningScope | undefined => {
  const credentials = keysOf(vendor.referenceEndpoint)(vendor.wire.claimant(message) ?? '')
  const at = signedAt(message)
  return credentials && at && { credentials, region, at }
}

/** The header `authorization` over a list of names. */
const signedOver = async (
  { wire }: Vendor,
  message: Message,
  scope: SigningScope,
): Promise<string> => {
  const host = new URL(`http://${message.headers['host'] ?? ''}`)
  return (await wire.sign(message, host, scope)).headers['authorization'] ?? ''
}
