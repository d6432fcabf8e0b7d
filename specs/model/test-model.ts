import type { RefusalName } from '../vocabulary/refusal-name.ts'
import type { Args, Result, Verb } from '../vocabulary/verbs.ts'
import { plainBehaviour } from './behaviour.ts'
import { commit, emptyWorld } from './changes.ts'
import { decide } from './decide.ts'
import type { Decision, RuleBook } from './decision.ts'
import type { Rules } from './rules.ts'
import type { World } from './world.ts'

/** A small vendor of our own to try the rules with: limits low enough to be reached. */
export const smallRules: Rules = {
  ...plainBehaviour,
  strangers: { id: /^\d{12}$/u, emailDomain: 'example.com' },
  needAllFeatures: ['closeAccount', 'enableServiceAccess'],
  foundingTypes: ['control'],
  closing: { share: 0.1, most: 1000, windowDays: 30 },
  creationDelay: 1000,
  limits: {
    unitDepth: 3,
    tagsPerResource: 3,
    controlPoliciesPerTarget: 2,
    otherPoliciesPerTarget: 2,
    controlPolicyContent: 60,
    otherPolicyContent: 120,
    pageSizeMax: 20,
    pageSizeDefault: 10,
    invitationDays: 15,
    invitationVisibleDays: 30,
    createdAccountWaitDays: 7,
    delegatesPerService: 1,
  },
  callers: {
    getOrganization: 'any-member',
    getEffectivePolicy: 'any-member',
    leaveOrganization: 'member',
    getAccount: 'management-or-delegate',
    listAccounts: 'management-or-delegate',
    createPolicy: 'management-or-delegate',
    listSentInvitations: 'management-or-delegate',
    tagResource: 'management-or-delegate',
  },
  policyTypes: ['control', 'tag', 'backup'],
  builtinPolicy: {
    id: 'p-builtin',
    name: 'Everything',
    type: 'control',
    description: 'allows everything',
    content: '{"allow":"*"}',
  },
  services: ['audit.example', 'backup.example'],
  endpoints: ['gate-1', 'gate-2'],
  reservedTagPrefix: 'sys:',
  reservedRolePrefix: 'Reserved',
  contentFits: (_, content) => content.startsWith('{'),
}

/** A world with a clock, in which accounts speak one after the other. */
export interface TestModel {
  /** what the model decides; a command that is done changes the world */
  readonly say: <V extends Verb>(caller: string, verb: V, args: Args<V>) => Decision<Result<V>>
  /** the result of a command; throws when it is refused */
  readonly get: <V extends Verb>(caller: string, verb: V, args: Args<V>) => Result<V>
  /** the name of the refusal, or `done` */
  readonly why: <V extends Verb>(caller: string, verb: V, args: Args<V>) => RefusalName | 'done'
  readonly wait: (milliseconds: number) => void
  readonly world: () => World
}

/** An empty model; `own` are the rules of a vendor's own verbs. Ids are counted, so that a play repeats exactly. */
export function openTestModel(rules: Rules = smallRules, own: RuleBook = {}): TestModel {
  let world = emptyWorld()
  let now = 1_000_000
  let count = 0
  const newId = (kind: string): string => {
    count += 1
    return kind === 'account' ? String(900_000_000_000 + count) : `${kind}-${count}`
  }
  const say: TestModel['say'] = (caller, verb, args) => {
    const decision = decide(world, { caller, verb, args }, { now, newId, rules, own })
    if ('changes' in decision) world = commit(world, decision.changes)
    return decision
  }
  return {
    say,
    get: (caller, verb, args) => {
      const decision = say(caller, verb, args)
      if (decision.kind === 'refused')
        throw new Error(`${verb}: ${decision.refusal} (${decision.detail})`)
      return decision.result
    },
    why: (caller, verb, args) => {
      const decision = say(caller, verb, args)
      return decision.kind === 'refused' ? decision.refusal : 'done'
    },
    wait: (milliseconds) => {
      now += milliseconds
    },
    world: () => world,
  }
}

export const owner = '111111111111'
export const guest = '222222222222'
export const other = '333333333333'

/** A model on which `owner` has founded an organization. */
export interface Founded extends TestModel {
  readonly root: string
  /** lets an account join by invitation */
  readonly join: (account: string) => void
  /** creates an account and waits until it is there */
  readonly create: (name: string) => string
}

/** A model with an organization; `own` are the rules of a vendor's own verbs. */
export function founded(
  rules: Rules = smallRules,
  features: 'all' | 'billing' = 'all',
  own: RuleBook = {},
): Founded {
  const model = openTestModel(rules, own)
  model.get(owner, 'createOrganization', { features })
  const root = model.get(owner, 'listRoots', {}).items[0]?.id ?? ''
  return {
    ...model,
    root,
    join: (account) => {
      const { id } = model.get(owner, 'inviteAccount', { target: { kind: 'account', id: account } })
      model.get(account, 'acceptInvitation', { invitation: id })
    },
    create: (name) => {
      const begun = model.get(owner, 'createAccount', { name, email: `${name}@example.org` })
      model.wait(rules.creationDelay)
      return model.get(owner, 'getAccountCreation', { creation: begun.id }).account ?? ''
    },
  }
}
