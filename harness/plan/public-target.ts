import type { Json, JsonObject } from '../../specs/contract/json.ts'
import { sha256Hex } from '../../specs/wire/sha256.ts'
import { highestClass } from '../../suites/actors/danger.ts'
import type { Principal, Target } from '../../suites/client/target.ts'

/**
 * What a target says of itself, without secrets: accounts without their credentials, a proxy without its user and password,
 * certificates as their hash. The class is the one that holds, also where the target does not say it.
 */
export function publicTarget(target: Target): JsonObject {
  const { accounts, ca, proxy, class: _, ...rest } = target
  const shown = {
    ...rest,
    class: highestClass(target),
    accounts: publicAccounts(accounts),
    ...(ca !== undefined && { ca: sha256Hex(ca) }),
    ...(proxy !== undefined && { proxy: new URL(proxy).origin }),
  }
  // members that are not said are none
  return JSON.parse(JSON.stringify(shown)) as JsonObject
}

const publicAccounts = (accounts: Target['accounts']): Json => {
  const shown = Object.entries(accounts).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'credentials') return []
    return [[name, isPrincipal(value) ? withoutCredentials(value) : value]]
  })
  return Object.fromEntries(shown) as Json
}

const isPrincipal = (value: unknown): value is Principal =>
  typeof value === 'object' && value !== null && 'credentials' in value

const withoutCredentials = ({ account, email }: Principal): object => ({ account, email })
