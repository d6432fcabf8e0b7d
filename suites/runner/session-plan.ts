import type { Case } from '../case/case.ts'
import type { Check } from '../verdict/verdict.ts'
import type { Selected } from './selection.ts'

/** A case, and those of its checks that are wanted. */
export interface AskedCase {
  readonly id: string
  readonly checks: readonly Check[]
}

/** What is asked of the cases there are. */
export interface SessionPlan {
  readonly asked: readonly AskedCase[]
  /** the case of a check, selected or not */
  readonly caseOf: (check: string) => Case | undefined
  /** the checks that are selected, and those that what watches them needs decided */
  readonly wanted: ReadonlySet<string>
  /** the cases that run before those that watch */
  readonly first: readonly Case[]
  /** those of them that stay in their time */
  readonly still: readonly Case[]
  /** the cases that watch */
  readonly watching: readonly Case[]
}

/** What is asked of these cases. */
export function planOf(cases: readonly Case[], selected: Selected): SessionPlan {
  const asked = cases
    .map((one) => ({ id: one.id, checks: one.checks.filter((check) => selected(check, one)) }))
    .filter(({ checks }) => checks.length > 0)
  const byCheck = new Map(
    cases.flatMap((one) => one.checks.map((check) => [check.id, one] as const)),
  )
  const casesOf = (ids: Iterable<string>): readonly Case[] => [
    ...new Set([...ids].flatMap((id) => byCheck.get(id) ?? [])),
  ]
  const ids = asked.flatMap(({ checks }) => checks.map(({ id }) => id))
  const wanted = new Set([...ids, ...casesOf(ids).flatMap(({ after }) => after?.id ?? [])])
  const first = casesOf(wanted).filter(({ after }) => after === undefined)
  const still = first.filter(({ movesTime }) => movesTime !== true)
  const watching = casesOf(ids).filter(({ after }) => after !== undefined)
  return { asked, caseOf: (check) => byCheck.get(check), wanted, first, still, watching }
}
