import { createHash } from 'node:crypto'

import { vendorIds } from '../../specs/vendor/vendor.ts'
import { globMatcher } from '../verdict/glob.ts'
import type { Check } from '../verdict/verdict.ts'
import type { RunRequest } from './messages.ts'

/** Which checks an request asks for. Checks of one case always fall into the same shard. */
export function selectedBy({
  only,
  axes,
  shard,
}: Pick<RunRequest, 'only' | 'axes' | 'shard'>): (check: Pick<Check, 'id' | 'axis'>) => boolean {
  const matchers = only.map(globMatcher)
  return ({ id, axis }) => {
    if (matchers.length > 0 && !matchers.some((matches) => matches(id))) return false
    if (axes.length > 0 && !axes.includes(axis)) return false
    return shard === undefined || partOf(shardKey(id), shard.of) === shard.part
  }
}

/**
 * The part of a check's id that names its case, or a group of cases: the kind, the vendor where the id has one, and one
 * name more (`scenario/unit-rename`, `contract/aws/CreatePolicy`).
 */
export function caseOf(check: string): string {
  const parts = check.split('/')
  const named = vendorIds.some((id) => id === parts[1])
  return parts.slice(0, named ? 3 : 2).join('/')
}

/** What watches an operation goes with the contract case that asks most of it. */
const shardKey = (check: string): string => caseOf(check).replace(/^endpoint\//u, 'contract/')

const partOf = (name: string, of: number): number =>
  (createHash('sha256').update(name).digest().readUInt32BE(0) % of) + 1
