import type { Context } from '../../model/decision.ts'
import type { Rules } from '../../model/rules.ts'
import { offers } from '../../vendor/features.ts'
import { modelContextOf } from '../../vendor/model-context.ts'
import { behaviourWithStrangers } from '../../vendor/reference-endpoint.ts'
import { rulesOf } from '../../vendor/rules-of.ts'
import type { Vendor } from '../../vendor/vendor.ts'
import type { PolicyType } from '../../vocabulary/nouns.ts'
import type { Verb } from '../../vocabulary/verbs.ts'

/** What is said in a walk, and by whose rules: few things of each kind, so that all states of them can be met. */
export interface Scope {
  readonly context: Pick<Context, 'rules' | 'own' | 'rights'>
  /** what an endpoint of the vendor may hear: what a client says in several steps comes as the verbs of these */
  readonly verbs: ReadonlySet<Verb>
  /** accounts that are there from the start; the last one stays what nobody wrote about */
  readonly callers: readonly string[]
  readonly mintAccount: (count: number) => string
  readonly values: Values
}

/** A vendor's own values, of which one is as good as another. */
export interface Values {
  /** one type that is on from the start where there is one, one that is not */
  readonly types: readonly PolicyType[]
  readonly contents: (type: PolicyType) => readonly [string, string]
  readonly service: string
  readonly resourcePolicy: (account: string) => string
  /** a well-formed id that nothing has */
  readonly unknown: (kind: string) => string
  readonly hasFeatureSets: boolean
}

/** Low enough to be reached: three units, two policies, three accounts of the four. */
const limits: Rules['limits'] = {
  unitDepth: 2,
  unitsPerOrganization: 3,
  accountsPerOrganization: 3,
  policiesPerType: 2,
  controlPoliciesPerTarget: 2,
  otherPoliciesPerTarget: 1,
  tagsPerResource: 1,
  closableAccounts: 1,
  delegatesPerService: 1,
}

/** How much there may be at most, where no rule says so. */
export const most = {
  organizations: 2,
  created: 1,
  policies: 2,
  /** things with tags in an organization */
  tagged: 2,
  creations: 2,
  /** invitations that somebody still sees */
  invitations: 3,
} as const

/** The scope in which the rules of a vendor are walked, with the verbs that its endpoint may hear. */
export function scopeOf(vendor: Vendor): Scope {
  const { dialect, referenceEndpoint } = vendor
  const behaviour = behaviourWithStrangers(referenceEndpoint, 'example.com')
  const rules = rulesOf(vendor, behaviour, { ...referenceEndpoint.limits, ...limits })
  return {
    context: {
      rules: { ...rules, contentFits: remembered(rules.contentFits) },
      ...modelContextOf(vendor),
    },
    verbs: new Set(Object.keys(dialect) as Verb[]),
    callers: [1n, 2n, 3n].map(vendor.mintAccount),
    mintAccount: (count) => vendor.mintAccount(100n + BigInt(count)),
    values: valuesOf(vendor),
  }
}

const valuesOf = (vendor: Vendor): Values => {
  const { profile } = vendor
  return {
    types: profile.policyTypes.slice(0, 2),
    contents: (type) => profile.policyContents[type] ?? ['{}', '{"a":1}'],
    service: profile.services[0],
    resourcePolicy: (account) =>
      profile.resourcePolicyContent?.replaceAll('{account}', account) ?? '{}',
    unknown: (kind) => profile.unknown[kind] ?? `no-${kind}`,
    hasFeatureSets: offers(vendor, 'feature-sets'),
  }
}

/** A walk asks after the same few documents again and again. */
const remembered = (fits: Rules['contentFits']): Rules['contentFits'] => {
  const known = new Map<string, boolean>()
  return (kind, content) => {
    const key = `${kind} ${content}`
    const answer = known.get(key) ?? fits(kind, content)
    known.set(key, answer)
    return answer
  }
}
