import type { JsonObject } from '../../specs/contract/json.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { LookOutcome, Visit } from '../look.ts'

/** The State of an account or of a delegated administrator, by the older Status; undefined for all else. */
export function stateOf({
  JoinedMethod: joined,
  Status: status,
}: Readonly<Partial<JsonObject>>): string | undefined {
  if (joined === undefined || typeof status !== 'string') return undefined
  return status === 'SUSPENDED' ? 'CLOSED' : status
}

/** The accounts of a new organization. */
export async function listedAccounts(visit: Visit): Promise<LookOutcome> {
  await founded(visit)
  return await visit.boss.listAccounts({})
}
