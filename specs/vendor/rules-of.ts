import type { CallerClass } from '../contract/contract.ts'
import { isObject, jsonIn } from '../contract/json.ts'
import { plainBehaviour, type Behaviour } from '../model/behaviour.ts'
import type { Rules } from '../model/rules.ts'
import type { LimitName } from '../vocabulary/limit-name.ts'
import type { PolicyType } from '../vocabulary/nouns.ts'
import type { Verb } from '../vocabulary/verbs.ts'
import type { PolicyGrammars } from './policy-grammar.ts'
import type { Profile } from './profile.ts'
import type { ReferenceEndpoint } from './reference-endpoint.ts'
import type { Vendor } from './vendor.ts'

/** What of a vendor says its rules. */
type RuleFacts = Pick<Vendor, 'contract' | 'dialect' | 'grammars' | 'profile'> & {
  readonly referenceEndpoint?: Pick<ReferenceEndpoint, 'services'>
}

/**
 * The rules of a vendor, from its contract, dialect, grammars and profile, with the services that are known beside those
 * of the profile; `behaviour` says how it differs from the plain one, `limits` which numbers count where the vendor
 * publishes none.
 */
export function rulesOf(
  vendor: RuleFacts,
  behaviour: Partial<Behaviour> = {},
  limits: Rules['limits'] = {},
): Rules {
  const { profile, grammars = {} } = vendor
  const { builtinPolicy, reservedTagPrefix, reservedRolePrefix } = profile
  return {
    ...plainBehaviour,
    ...behaviour,
    limits: { ...limitsOf(profile), ...limits },
    callers: callersOf(vendor),
    policyTypes: profile.policyTypes,
    services: servicesOf(vendor),
    endpoints: profile.endpoints ?? [],
    contentFits: (kind, content) => grammars[kind]?.admits(content) ?? fits(profile, kind, content),
    contentLengths: lengthsOf(grammars),
    ...(builtinPolicy && { builtinPolicy }),
    ...(reservedTagPrefix !== undefined && { reservedTagPrefix }),
    ...(reservedRolePrefix !== undefined && { reservedRolePrefix }),
  }
}

const servicesOf = ({ profile, referenceEndpoint }: RuleFacts): readonly string[] => [
  ...profile.services,
  ...(referenceEndpoint?.services ?? []),
]

const limitsOf = ({ limits }: Profile): Rules['limits'] =>
  Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name as LimitName, limit.value]),
  )

const lengthsOf = (grammars: PolicyGrammars): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(grammars).flatMap(([kind, { characters }]) =>
      characters === undefined ? [] : [[kind, characters]],
    ),
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
 * Without a grammar a document is a JSON object with at least one of the top-level members that the
 * profile's own documents of the type have in common; what deeper members may be is not judged.
 */
const fits = ({ policyContents }: Profile, kind: string, content: string): boolean => {
  const document = jsonIn(content)
  if (!isObject(document)) return false
  const [one, other] = (policyContents[kind as PolicyType] ?? []).map(jsonIn)
  if (!isObject(one) || !isObject(other)) return true
  return Object.keys(one).some((key) => key in other && key in document)
}
