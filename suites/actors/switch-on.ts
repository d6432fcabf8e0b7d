import type { PolicyType } from '../../specs/vocabulary/verbs.ts'
import { given } from '../verdict/outcome.ts'
import { listAll } from './list-all.ts'
import type { Settling } from './settle.ts'
import type { Actor } from './speaker.ts'
import { typeStatus } from './type-status.ts'
import { rootAmong } from './workspace.ts'

/** Waits until something is settled: `settle`, with the pause of a case. */
interface Settler {
  readonly settled: <T>(settling: Settling<T>) => Promise<T>
}

/**
 * Switches a policy type on, as a prerequisite, unless it is on already; answers when the root says so. Throws
 * `NotSettled` when it does not come to that.
 */
export async function switchOn(
  { settled }: Settler,
  owner: Actor,
  type: PolicyType,
): Promise<void> {
  const roots = () => listAll(owner, 'listRoots', {})
  const before = given(await roots())
  if (typeStatus(before, type) === 'enabled') return
  given(await owner.enablePolicyType({ root: rootAmong(before), type }))
  await settled({
    what: `the ${type} policy type`,
    look: roots,
    until: (listed) => typeStatus(listed, type) === 'enabled',
  })
}
