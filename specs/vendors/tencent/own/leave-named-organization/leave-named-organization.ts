import { within } from '../../../../model/callers.ts'
import { refused, type Decision, type Inside } from '../../../../model/decision.ts'
import { leaveOrganization } from '../../../../model/departure.ts'
import { nothing } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Args, Nothing } from '../../../../vocabulary/verbs.ts'
import { only } from '../../dialect/arguments.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** leaves the organization that is named */
    leaveNamedOrganization: Own<'named-leaving', { readonly organization: string }, Nothing>
  }
}

const leave = (situation: Inside, args: Args<'leaveNamedOrganization'>): Decision<Nothing> =>
  args.organization === situation.organization.id
    ? leaveOrganization(situation)
    : refused('notInOrganization', `organization: the account is not in ${args.organization}`)

/** The calling account leaves the organization it names; any other one is none of its affair. */
export const leaveNamedOrganization: OwnOperation<'leaveNamedOrganization'> = {
  verb: 'leaveNamedOrganization',
  feature: { id: 'named-leaving', title: 'Members leave the organization they name' },
  row: {
    operation: 'QuitOrganization',
    args: only('organization', 'OrgId'),
    result: nothing,
  },
  rule: within(leave),
  template: {
    caller: 'member',
    resources: ['invitedMember', 'organization'],
    input: { OrgId: '#organization.id' },
    references: { OrgId: { unknown: 'organization', refusal: 'notInOrganization' } },
    yields: [],
    writes: true,
  },
}
