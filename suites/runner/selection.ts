import { createHash } from 'node:crypto'

import type { Case } from '../case/case.ts'
import { globMatcher } from '../verdict/glob.ts'
import type { Check } from '../verdict/verdict.ts'
import type { RunRequest } from './messages.ts'

/** Whether a check of a case is wanted. */
export type Selected = (
  check: Pick<Check, 'id' | 'axis' | 'case'>,
  of: Pick<Case, 'after'>,
) => boolean

/**
 * Which checks a request asks for. Checks of one case always fall into the same shard; a case that watches another one
 * goes with it.
 */
export function selectedBy({
  only,
  axes,
  shard,
}: Pick<RunRequest, 'only' | 'axes' | 'shard'>): Selected {
  const matchers = only.map(globMatcher)
  return ({ id, axis, case: own }, { after = own }) => {
    if (matchers.length > 0 && !matchers.some((matches) => matches(id))) return false
    if (axes.length > 0 && !axes.includes(axis)) return false
    return shard === undefined || partOf(after, shard.of) === shard.part
  }
}

const partOf = (name: string, of: number): number =>
  (createHash('sha256').update(name).digest().readUInt32BE(0) % of) + 1
