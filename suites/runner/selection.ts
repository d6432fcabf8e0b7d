import { createHash } from 'node:crypto'

import { vendorIds, type VendorId } from '../../specs/vendor/vendor.ts'
import type { Case } from '../case/case.ts'
import { globMatcher, mayMatchBelow } from '../verdict/glob.ts'
import type { Check } from '../verdict/verdict.ts'
import type { RunRequest } from './messages.ts'

/** Whether a check of a case is wanted. */
export type Selected = (
  check: Pick<Check, 'id' | 'axis' | 'case'>,
  of: Pick<Case, 'after'>,
) => boolean

/** What of a request says which checks are asked. */
export type Asked = Pick<RunRequest, 'only' | 'axes' | 'shard' | 'cases'>

/**
 * Which checks of a target a request asks for. Checks of one case always fall into the same shard; a case that watches
 * another one goes with it. Only where cases are named it matters which target is meant.
 */
export function selectedBy({ only, axes, shard, cases }: Asked, target = ''): Selected {
  const matchers = only.map(globMatcher)
  const named = cases && new Set(cases[target])
  const isMeant = ({ id, axis, case: own }: Parameters<Selected>[0]): boolean =>
    (matchers.length === 0 || matchers.some((matches) => matches(id))) &&
    (axes.length === 0 || axes.includes(axis)) &&
    named?.has(own) !== false
  return (check, { after }) => {
    if (!isMeant(check)) return false
    const own = check.case
    return shard === undefined || partOf(after?.case ?? own, shard.of) === shard.part
  }
}

/** Whether any check may be asked whose id starts so. */
export type MayAsk = (prefix: string) => boolean

/** What globs and the names of cases leave open before any check is known. The id of a check begins with that of its case. */
export function mayAskOf({ only, cases }: Pick<Asked, 'only' | 'cases'>): MayAsk {
  const named = cases && Object.values(cases).flat()
  const mayMatch = (prefix: string): boolean =>
    only.length === 0 || only.some((glob) => mayMatchBelow(glob, prefix))
  return (prefix) => mayMatch(prefix) && (named === undefined || named.some(meets(prefix)))
}

const meets =
  (prefix: string) =>
  (name: string): boolean =>
    `${prefix}/`.startsWith(`${name}/`) || `${name}/`.startsWith(prefix)

/** More cases than these are for a runner and a thread of its own. */
const fewCases = 8

/** Whether a request names the cases that it is about, by themselves or by globs, and no more than a few. */
export function namesFewCases({ only, cases }: Pick<Asked, 'only' | 'cases'>): boolean {
  if (cases !== undefined && Object.values(cases).flat().length <= fewCases) return true
  return only.length > 0 && only.length <= fewCases && only.every(namesItsCase)
}

/** A case is named by the kind, the vendor where the id has one, and one name more; nothing before its end is left open. */
const namesItsCase = (glob: string): boolean => {
  const [start = '', open] = glob.split('*')
  const steps = start.split('/')
  const named = vendorIds.some((id) => id === steps[1])
  return open === undefined || steps.length > (named ? 3 : 2)
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

const partOf = (name: string, of: number): number =>
  (createHash('sha256').update(name).digest().readUInt32BE(0) % of) + 1
