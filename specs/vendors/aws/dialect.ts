import type { DialectOf } from '../../vendor/dialect.ts'
import type { FurtherVerbs } from '../../vocabulary/further-verbs.ts'
import type { Verb } from '../../vocabulary/verbs.ts'
import { accountRows } from './dialect/account-rows.ts'
import { invitationRows } from './dialect/invitation-rows.ts'
import { organizationRows } from './dialect/organization-rows.ts'
import { policyRows } from './dialect/policy-rows.ts'
import { serviceRows } from './dialect/service-rows.ts'

/** How AWS Organizations says every common verb: 55 verbs, 55 operations. */
export const awsDialect: DialectOf<Exclude<Verb, keyof FurtherVerbs>> = {
  ...organizationRows,
  ...accountRows,
  ...invitationRows,
  ...policyRows,
  ...serviceRows,
}
