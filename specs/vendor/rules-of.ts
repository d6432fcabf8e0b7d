import type { CallerClass } from '../contract/contract.ts'
import { isObject, type Json } from '../contract/json.ts'
import type { Behaviour } from '../model/behaviour.ts'
import type { LimitName, Profile } from './profile.ts'
import type { Vendor } from './vendor.ts'
import type { PolicyType } from '../vocabulary/nouns.ts'
import type { Verb } from '../vocabulary/verbs.ts'
import type { Rules } from '../model/rules.ts'

/**
 * How the first vendor's document is read where vendors differ: closing and trusting services need
 * all features (589, 3935); control policies are enabled from the start (1303); members agree to
 * `approve-all` and the management completes `enable-all` (154–160, 4101); a tenth of the members
 * may be closed in 30 days (601). Services are trusted and tags taken away whether or not anything
 * changes (3791, 6950). Everything is immediate unless a delay is given.
 */
export const documentedBehaviour: Behaviour = {
  creationDelay: 0,
  switchDelay: 0,
  closingDelay: 0,
  strangers: { id: /^\d{12}$/u, emailDomain: 'example.com' },
  needAllFeatures: ['closeAccount', 'enableServiceAccess'],
  foundingTypes: ['control'],
  migration: { members: 'approve-all', management: 'enable-all' },
  sovereignAccounts: false,
  namedMembers: false,
  movesInPlace: false,
  pages: 'tokens',
  closing: { share: 0.1, most: 1000, windowDays: 30 },
  closesCreatedOnly: false,
  dissolvesBareOnly: false,
  strictTrust: false,
  strictUntag: false,
  emptyEffect: false,
  contactOnRequest: false,
  enforcements: [],
}

/**
 * The rules of a vendor, from its contract, dialect and profile; `behaviour` says how it differs
 * from the first, `limits` which numbers count where the vendor publishes none.
 */
export function rulesOf(
  vendor: Pick<Vendor, 'contract' | 'dialect' | 'profile'>,
  behaviour: Partial<Behaviour> = {},
  limits: Rules['limits'] = {},
): Rules {
  const { profile } = vendor
  const { builtinPolicy, reservedTagPrefix, reservedRolePrefix } = profile
  return {
    ...documentedBehaviour,
    ...behaviour,
    limits: { ...limitsOf(profile), ...limits },
    callers: callersOf(vendor),
    policyTypes: profile.policyTypes,
    services: profile.services,
    endpoints: profile.endpoints ?? [],
    contentFits: (type, content) => fits(profile, type, content),
    ...(builtinPolicy && { builtinPolicy }),
    ...(reservedTagPrefix !== undefined && { reservedTagPrefix }),
    ...(reservedRolePrefix !== undefined && { reservedRolePrefix }),
  }
}

const limitsOf = ({ limits }: Profile): Rules['limits'] =>
  Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name as LimitName, limit.value]),
  )

const callersOf = ({
  contract,
  dialect,
}: Pick<Vendor, 'contract' | 'dialect'>): Rules['callers'] => {
  const callers: Partial<Record<Verb, CallerClass>> = {}
  for (const [verb, { operation }] of Object.entries(dialect)) {
    const caller = contract.operations.get(operation)?.caller
    if (caller) callers[verb as Verb] = caller
  }
  return callers
}

/**
 * A document is a JSON object with at least one of the top-level members that the profile's own
 * documents of the type have in common. What deeper members may be is the vendor's grammar and not
 * judged here.
 */
const fits = ({ policyContents }: Profile, type: PolicyType, content: string): boolean => {
  const document = parsed(content)
  if (!isObject(document)) return false
  const [one, other] = (policyContents[type] ?? []).map(parsed)
  if (!isObject(one) || !isObject(other)) return true
  return Object.keys(one).some((key) => key in other && key in document)
}

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
