import { createHash } from 'node:crypto'

import { vendorIds, type VendorId } from '../../specs/vendor/vendor.ts'
import { globMatcher, mayMatchBelow } from '../verdict/glob.ts'
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

/** Whether any check may be asked whose id starts so. */
export type MayAsk = (prefix: string) => boolean

/** What globs leave open before any check is known. */
export function mayAskOf(only: readonly string[]): MayAsk {
  return (prefix) => only.length === 0 || only.some((glob) => mayMatchBelow(glob, prefix))
}

/** The vendors whose checks may be asked: an id that is not asked of all names its vendor. */
export function vendorsAsked(
  only: readonly string[],
  vendors: readonly VendorId[],
): readonly VendorId[] {
  const named = only.map((glob) => {
    const [kind = '', vendor] = glob.split('/')
    return kind.includes('*') ? undefined : vendorIds.find((id) => id === vendor)
  })
  return only.length === 0 || named.includes(undefined)
    ? vendors
    : vendors.filter((id) => named.includes(id))
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
