import { isDeepStrictEqual } from 'node:util'

import type { Args, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Bound, Counter, Effect } from './effect.ts'
import { accepted, displaced, moved, invited, renamedAccount } from './membership-effects.ts'
import { attached, madePolicy, madeResourcePolicy, switchedOn } from './policy-effects.ts'
import { delegated, trusted } from './service-effects.ts'
import { tagged, taggedByKind } from './tag-effects.ts'
import { madeUnit } from './unit-effects.ts'

const reads = { kind: 'none' } as const
const lasting = { kind: 'lasting' } as const

const bound = <V extends Verb>(subject: Bound<V>['subject'], counters?: Counter<V>): Bound<V> => ({
  kind: 'bound',
  subject,
  ...(counters && { counters }),
})

/** Does away with what it is about. */
const ends = <V extends Verb>(subject: Bound<V>['subject']): Bound<V> => ({
  ...bound(subject),
  ends: true,
})

/** Takes back a write with the very same arguments. */
const sameArgs = <V extends Verb>(verb: Verb): Counter<V> => ({
  verb,
  exact: true,
  same: (args, write) => isDeepStrictEqual(args, write.args),
})

/** Takes back what the account itself did. */
const byAccount = <V extends Verb>(verb: Verb): Counter<V> => ({
  verb,
  same: (_, write, account) => write.account === account,
})

/**
 * What every verb leaves behind in an organization that was given, and how it is taken back. The compiler misses
 * the verb that is forgotten.
 */
export const effects: { readonly [V in Verb]: Effect<V> } = {
  found: lasting,
  dissolve: lasting,
  organization: reads,
  expand: lasting,
  roots: reads,
  createUnit: madeUnit,
  renameUnit: bound(({ unit }) => unit),
  moveUnit: bound(({ unit }) => unit),
  deleteUnit: ends(({ unit }) => unit),
  unit: reads,
  units: reads,
  children: reads,
  parents: reads,
  wholeTree: reads,
  nodes: reads,
  createAccount: lasting,
  createSovereignAccount: lasting,
  creation: reads,
  creations: reads,
  account: reads,
  accounts: reads,
  accountsIn: reads,
  move: moved,
  displace: displaced,
  updateAccount: renamedAccount,
  annotate: lasting,
  close: lasting,
  closings: reads,
  remove: bound(({ account }) => account, {
    verb: 'accept',
    same: ({ account }, write) => account === write.account,
  }),
  leave: bound((_, actor) => actor, byAccount('accept')),
  quit: bound(({ organization }) => organization, byAccount('accept')),
  invite: invited,
  accept: accepted,
  decline: ends(({ invitation }) => invitation),
  cancel: ends(({ invitation }) => invitation),
  invitation: reads,
  received: reads,
  sent: reads,
  createPolicy: madePolicy,
  updatePolicy: bound(({ policy }) => policy),
  deletePolicy: ends(({ policy }) => policy),
  policy: reads,
  policies: reads,
  attach: attached,
  detach: bound(({ target }) => target, sameArgs('attach')),
  policiesOn: reads,
  targetsOf: reads,
  enableType: switchedOn,
  disableType: bound(({ root }) => root, sameArgs('enableType')),
  effectivePolicy: reads,
  putResourcePolicy: madeResourcePolicy,
  resourcePolicy: reads,
  deleteResourcePolicy: bound((_, actor) => actor, { verb: 'putResourcePolicy', same: () => true }),
  trust: trusted,
  distrust: bound(({ service }) => service, sameArgs('trust')),
  trusted: reads,
  services: reads,
  enforcements: reads,
  delegate: delegated,
  undelegate: bound(({ account }) => account, sameArgs('delegate')),
  delegates: reads,
  delegations: reads,
  tag: tagged,
  untag: bound(({ resource }) => resource, {
    verb: 'tag',
    partly: true,
    same: ({ resource, keys }, { args }) => {
      const own = args as Args<'tag'>
      return (
        own.resource === resource && keys.every((key) => own.tags.some((one) => one.key === key))
      )
    },
  }),
  tags: reads,
  tagKind: taggedByKind,
  untagKind: bound(({ resource }) => resource, sameArgs('tagKind')),
  tagsOfKind: reads,
  tagged: reads,
  countTagged: reads,
  tagValues: reads,
  quotas: reads,
  revokeEndpoints: lasting,
}
