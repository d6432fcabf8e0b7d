import type { DialectOf } from '../../vendor/dialect.ts'
import type { NeutralVerb } from '../../vocabulary/verbs.ts'
import { accountRows } from './dialect/account-rows.ts'
import { invitationRows } from './dialect/invitation-rows.ts'
import { organizationRows } from './dialect/organization-rows.ts'
import { policyRows } from './dialect/policy-rows.ts'
import { serviceRows } from './dialect/service-rows.ts'

/** How AWS Organizations says every neutral verb, each with an operation of its own. */
export const awsDialect: DialectOf<NeutralVerb> = {
  ...organizationRows,
  ...accountRows,
  ...invitationRows,
  ...policyRows,
  ...serviceRows,
}
