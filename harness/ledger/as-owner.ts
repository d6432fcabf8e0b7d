import type { Vendor } from '../../specs/vendor/vendor.ts'
import { handsFor } from '../../suites/actors/hands.ts'
import type { Hand } from '../../suites/actors/speaker.ts'
import { openClient } from '../../suites/client/client.ts'
import { openConnection } from '../../suites/client/connection.ts'
import { sleep } from '../../suites/client/stop.ts'
import { routeOf, type GivenAccounts, type Target } from '../../suites/client/target.ts'
import { openTranscript } from '../../suites/client/transcript.ts'
import { judgeStop } from '../../suites/verdict/cannot-go-on.ts'

/** Whose organization is read. */
export interface OwnerParts {
  readonly vendor: Vendor
  readonly target: Target
  readonly accounts: GivenAccounts
  /** ends the wait */
  readonly stopped: AbortSignal
}

/** Lets the management account of a target look at its organization; undefined where something stops the look. */
export async function asOwner<T>(
  { vendor, target, accounts, stopped }: OwnerParts,
  look: (owner: Hand) => Promise<T>,
): Promise<T | undefined> {
  const { deadline } = target
  const connection = openConnection(new URL(target.endpoint), {
    ...routeOf(target),
    deadline,
    connections: 1,
  })
  const transcript = openTranscript()
  const client = openClient({
    vendor,
    target,
    connection,
    transcript,
    now: Date.now,
    pause: (milliseconds) => sleep(milliseconds, stopped),
    stop: { now: stopped, late: stopped },
  })
  const heard = ({ exchange }: { readonly exchange: { readonly id: number } }): void =>
    transcript.forget([exchange.id])
  try {
    return await look(
      handsFor({ accounts, vendor, heard }, client)(accounts.management.account).owner,
    )
  } catch (error) {
    if (judgeStop(error) === undefined) throw error
    return undefined
  } finally {
    await connection.close()
  }
}
