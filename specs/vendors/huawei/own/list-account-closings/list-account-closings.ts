import { callerOf, membersOf, statusOf } from '../../../../model/accounts.ts'
import { within } from '../../../../model/callers.ts'
import { done, type Decision, type Inside } from '../../../../model/decision.ts'
import { list, member, record, type Lens } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { AccountStatus, Instant, Open, Page } from '../../../../vocabulary/nouns.ts'
import type { Args } from '../../../../vocabulary/verbs.ts'
import { instant, unpaged } from '../../dialect/arguments.ts'
import * as word from '../../dialect/words.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** the accounts that were asked to be closed, all or those in the states that are asked for */
    listAccountClosings: Own<
      'closing-listing',
      { readonly states?: readonly Open<AccountStatus>[] },
      Page<Closing>
    >
  }
}

/** An account that was asked to be closed. */
interface Closing {
  readonly id: string
  readonly organization?: string
  readonly state: Open<AccountStatus>
  readonly askedAt?: Instant
  readonly updatedAt?: Instant
}

const closing: Lens<Closing> = record<Closing>(
  {
    id: member('account_id'),
    organization: member('organization_id'),
    state: member('state', word.accountStatus),
    askedAt: member('created_at', instant),
    updatedAt: member('updated_at', instant),
  },
  ['id', 'state'],
)

const closingsOf = (
  situation: Inside,
  args: Args<'listAccountClosings'>,
): Decision<Page<Closing>> => {
  const { organization, world, rules, now } = situation
  const wanted = args.states && new Set<string>(args.states)
  const items = membersOf(organization, now).flatMap(({ account }) => {
    const found = callerOf(world, rules, account)
    const { closedAt } = found
    const state = statusOf(found, situation)
    if (closedAt === undefined || wanted?.has(state) === false) return []
    const updatedAt = state === 'closing' ? closedAt : closedAt + rules.closingDelay
    return [{ id: account, organization: organization.id, state, askedAt: closedAt, updatedAt }]
  })
  return done({ items })
}

/** The accounts that were asked to be closed, with the state of their closing. */
export const listAccountClosings: OwnOperation<'listAccountClosings'> = {
  verb: 'listAccountClosings',
  feature: {
    id: 'closing-listing',
    title: 'Closed accounts are listed with the state of their closing',
  },
  row: {
    operation: 'QueryCloseAccountRequestsInState',
    args: record<Args<'listAccountClosings'>>({
      states: member('states', list(word.accountStatus)),
    }),
    result: unpaged('close_account_statuses', closing),
  },
  rule: within(closingsOf),
  template: {
    caller: 'management',
    resources: ['organization'],
    input: {},
    yields: ['/close_account_statuses'],
    writes: false,
  },
}
