import type { Dialect } from '../../vendor/dialect.ts'
import { accountRows } from './dialect/account-rows.ts'
import { invitationRows } from './dialect/invitation-rows.ts'
import { organizationRows } from './dialect/organization-rows.ts'
import { policyRows } from './dialect/policy-rows.ts'
import { serviceRows } from './dialect/service-rows.ts'
import { tagRows } from './dialect/tag-rows.ts'

/** How Huawei Cloud Organizations says neutral verbs; workflows.ts has what no single operation says. */
export const huaweiDialect: Dialect = {
  ...organizationRows,
  ...accountRows,
  ...invitationRows,
  ...policyRows,
  ...serviceRows,
  ...tagRows,
}
