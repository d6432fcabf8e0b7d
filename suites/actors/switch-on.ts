import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import { given, type Outcome } from '../verdict/outcome.ts'
import { listAll } from './list-all.ts'
import type { Settling } from './settle.ts'
import type { Actor } from './speaker.ts'
import { typeStatus } from './type-status.ts'
import { rootAmong } from './workspace.ts'

/** Whose words refuse to switch on what is on, and how to wait: `settle`, with the pause of a case. */
interface Switcher {
  readonly vendor: Pick<Vendor, 'refusals'>
  readonly settled: <T>(settling: Settling<T>) => Promise<T>
}

/**
 * Switches a policy type on, as a prerequisite, unless it is on already; answers when the endpoint says so. Which types are
 * on in a new organization is nobody's business but the founding's: documents and services differ there. Throws
 * `NotSettled` when it does not come to that.
 */
export async function switchOn(
  { vendor, settled }: Switcher,
  owner: Actor,
  type: PolicyType,
): Promise<void> {
  const roots = () => listAll(owner, 'listRoots', {})
  const before = given(await roots())
  if (typeStatus(before, type) === 'enabled') return
  const asked = await owner.enablePolicyType({ root: rootAmong(before), type })
  // somebody else switched it on, or the list lags behind
  if (isOnAlready(vendor, asked)) return
  given(asked)
  await settled({
    what: `the ${type} policy type`,
    patience: 'creation',
    look: roots,
    until: (listed) => typeStatus(listed, type) === 'enabled',
  })
}

const isOnAlready = ({ refusals }: Switcher['vendor'], outcome: Outcome<unknown>): boolean => {
  if (outcome.kind !== 'refused') return false
  const { code, reason } = outcome.reply
  const answers = answersTo(refusals, 'policyTypeAlreadyEnabled', outcome.operation) ?? []
  return answers.some((one) => one.code === code && (one.reason ?? reason) === reason)
}
