import type { Dialect } from '../../vendor/dialect.ts'
import { invitationRows } from './dialect/invitation-rows.ts'
import { memberRows } from './dialect/member-rows.ts'
import { organizationRows } from './dialect/organization-rows.ts'

/** How Tencent Cloud organization says neutral verbs; workflows.ts has what no single action says. */
export const tencentDialect: Dialect = {
  ...organizationRows,
  ...memberRows,
  ...invitationRows,
}
