import { done } from '../../model/decision.ts'
import type { Verb } from '../../vocabulary/verbs.ts'
import { homeOf, otherwise } from './break.ts'
import type { BrokenRule } from './broken-rule.ts'
import type { Decide } from './state.ts'

interface Listed {
  readonly items: readonly unknown[]
  readonly next?: string
}

/** The right rules, but that a list shows other entries. */
const showing = (verb: Verb, alter: (page: Listed) => Listed): Decide =>
  otherwise(verb, ({ decision }) =>
    decision.kind === 'done' ? done(alter(decision.result as Listed)) : decision,
  )

/** What can go wrong with what readers see. */
export const brokenReaders: readonly BrokenRule[] = [
  {
    name: 'a list has nothing but its first page',
    vendor: 'huawei',
    decide: showing('listUnits', ({ items }) => ({ items })),
    breaks: 'who looks sees what is there',
    path: ['createOrganization', 'createUnit', 'createUnit'],
  },
  {
    name: 'a list of accounts forgets the last one',
    vendor: 'tencent',
    decide: showing('listAccounts', ({ items, ...page }) => ({
      ...page,
      items: items.slice(0, 1),
    })),
    breaks: 'who looks sees what is there',
    path: ['createOrganization', 'inviteAccount', 'acceptInvitation'],
  },
  {
    name: 'no policy is told of a target',
    vendor: 'aws',
    decide: showing('listPoliciesOn', () => ({ items: [] })),
    breaks: 'who looks sees what is there',
    path: ['createOrganization'],
  },
  {
    name: 'who looks at an organization touches it',
    vendor: 'aws',
    decide: otherwise('getOrganization', ({ world, command: { caller }, decision }) => {
      const own = homeOf(world, caller)
      return own && decision.kind === 'done'
        ? done(decision.result, { organizations: [{ ...own }] })
        : decision
    }),
    breaks: 'who only looks writes nothing',
    path: ['createOrganization'],
  },
]
