import { says } from '../../specs/vendor/features.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { handsFor } from '../../suites/actors/hands.ts'
import { openClient } from '../../suites/client/client.ts'
import { openConnection } from '../../suites/client/connection.ts'
import { sleep } from '../../suites/client/stop.ts'
import type { FixedAccounts, Target } from '../../suites/client/target.ts'
import { openTranscript } from '../../suites/client/transcript.ts'
import { judgeStop } from '../../suites/verdict/cannot-go-on.ts'

/** Whose organization is read. */
export interface OrganizationParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly accounts: FixedAccounts
  /** ends the wait */
  readonly stopped: AbortSignal
}

/** An endpoint may answer anything: what no ledger could hold is no id. */
const isId = (id: unknown): boolean => typeof id === 'string' && /^[!-~]{1,256}$/u.test(id)

/** The id of the organization that the management account of a target is in; undefined where the endpoint tells none. */
export async function readOrganization(parts: OrganizationParts): Promise<string | undefined> {
  const { vendor, target, accounts, stopped } = parts
  if (!says(vendor, 'getOrganization')) return undefined
  const { deadline } = target
  const connection = openConnection(new URL(target.endpoint), { deadline, connections: 1 })
  const client = openClient({
    vendor,
    target,
    connection,
    transcript: openTranscript(),
    now: Date.now,
    pause: (milliseconds) => sleep(milliseconds, stopped),
    stop: { now: stopped, late: stopped },
  })
  const { management } = accounts
  try {
    const { owner } = handsFor({ accounts, vendor, heard: () => {} }, client)(management.account)
    const outcome = await owner.getOrganization()
    return outcome.kind === 'done' && isId(outcome.value.id) ? outcome.value.id : undefined
  } catch (error) {
    // what stops a look tells nothing
    if (judgeStop(error) === undefined) throw error
    return undefined
  } finally {
    await connection.close()
  }
}
