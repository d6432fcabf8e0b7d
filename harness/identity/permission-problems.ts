import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { isLoopback } from '../../suites/client/loopback.ts'
import type { Target } from '../../suites/client/target.ts'
import type { OrganizationSeen } from '../ledger/organization-id.ts'
import type { Problem } from '../problem.ts'

/** Who is proven, and what the management account saw: absent where it was not let look. */
export interface Shown {
  /** proven accounts, by the part that they play */
  readonly principals: Readonly<Record<string, string>>
  readonly seen?: OrganizationSeen
}

/**
 * What is not permitted of what is proven. On loopback a target need not say what is; what it says is kept to. Where it has to
 * and does not, the hint is what it would have to say.
 */
export function permissionProblems(
  vendor: Vendor,
  target: Target,
  shown: Shown,
): readonly Problem[] {
  const { permitted, endpoint } = target
  if (permitted !== undefined) {
    const { accounts, organizations = [] } = permitted
    return [
      ...strangers(shown.principals, accounts),
      ...(shown.seen === undefined
        ? []
        : organizationProblems(vendor, target, { seen: shown.seen, organizations })),
    ]
  }
  return isLoopback(new URL(endpoint)) ? [] : [unsaid(endpoint, shown)]
}

const strangers = (
  principals: Shown['principals'],
  permitted: readonly string[],
): readonly Problem[] =>
  Object.entries(principals)
    .filter(([, account]) => !permitted.includes(account))
    .map(([role, account]) =>
      denied(`the account ${account} of the ${role} is not among permitted.accounts`),
    )

interface OrganizationShown {
  readonly seen: OrganizationSeen
  readonly organizations: readonly string[]
}

const organizationProblems = (
  vendor: Vendor,
  { accounts }: Target,
  { seen, organizations }: OrganizationShown,
): readonly Problem[] => {
  if (!says(vendor, 'getOrganization')) return []
  if (seen === 'untold') return [untold]
  // one account that is in no organization founds one of its own
  if (seen === 'none') return accounts.mode === 'single' ? [] : [nowhere]
  if (organizations.includes(seen.id)) return []
  return [denied(`the organization ${seen.id} is not among permitted.organizations`)]
}

const denied = (message: string): Problem => ({
  code: 'NOT_PERMITTED',
  message,
  hint: 'nothing was written: add it to the target file only if the run may write there',
})

const untold: Problem = {
  code: 'NOT_PERMITTED',
  message: 'in which organization the management account is can not be read',
  hint: 'nothing was written: is the endpoint well, and may the account read its organization?',
}

const nowhere: Problem = {
  code: 'NOT_PERMITTED',
  message: 'the management account is in no organization',
  hint: 'with fixed accounts everything is asked in one that stands',
}

const unsaid = (endpoint: string, { principals, seen }: Shown): Problem => {
  const accounts = [...new Set(Object.values(principals))]
  const organizations = typeof seen === 'object' ? [seen.id] : []
  return {
    code: 'NOT_PERMITTED',
    message: `the target does not say which accounts and organizations may be written in at ${endpoint}`,
    hint: `if the run may write there, its file says permitted: { accounts: [${list(accounts)}], organizations: [${list(organizations)}] }`,
  }
}

const list = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ')
