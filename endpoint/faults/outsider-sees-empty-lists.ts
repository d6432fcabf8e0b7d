import { done } from '../../specs/model/decision.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { decideAs, forgiving } from '../fault-kit/alter-decide.ts'
import type { KnownFault } from '../fault.ts'

const lists: ReadonlySet<Verb> = new Set<Verb>([
  'listAccounts',
  'listRoots',
  'listSentInvitations',
  'listPolicies',
  'listTrustedServices',
])

/** Answers an account without an organization with empty lists. */
export const outsiderSeesEmptyLists: KnownFault = {
  name: 'outsider-sees-empty-lists',
  description: 'answers an account without an organization with empty lists',
  breaks: { aws: ['A10'], huawei: ['R33'], tencent: ['S23'] },
  alter: forgiving(['notInOrganization'], (moment) =>
    lists.has(moment.command.verb) ? done({ items: [] }) : decideAs(moment, {}),
  ),
  seen: {
    at: async (visit) => (await visit.third.listAccounts({})).came,
    right: 'notInOrganization',
    wrong: 'done',
  },
}
