import type { Dialect } from '../../vendor/dialect.ts'
import { invitationRows } from './dialect/invitation-rows.ts'
import { memberRows } from './dialect/member-rows.ts'
import { organizationRows } from './dialect/organization-rows.ts'

/** How Tencent Cloud organization says verbs: 22 of them with 20 operations; workflows.ts has the rest. */
export const tencentDialect: Dialect = {
  ...organizationRows,
  ...memberRows,
  ...invitationRows,
}
