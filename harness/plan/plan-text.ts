import type { Paint } from '../../reports/text/paint.ts'
import { printable } from '../../reports/text/printable.ts'
import { isObject } from '../../specs/contract/json.ts'
import type { Plan, PlannedWrite, QuotaUse } from './plan.ts'

/** A plan for people: what may be written, as whom, how often, how it is undone, and what could be left. Its last line is its hash. */
export function planText(plan: Plan, paint: Paint): string {
  const { writes, hash } = plan
  return [
    ...headOf(plan, paint),
    '',
    ...tableOf(
      writes.filter(({ undoing }) => !undoing),
      paint('strong', 'writes'),
    ),
    ...tableOf(
      writes.filter(({ undoing }) => undoing),
      paint('strong', 'taking these back'),
    ),
    ...quotaLines(plan, paint),
    ...worstLines(plan, paint),
    '',
    `plan ${hash}`,
  ]
    .map(printable)
    .join('\n')
}

const headOf = (plan: Plan, paint: Paint): readonly string[] => {
  const { vendor, target, checks, reads, writes } = plan
  const written = writes.reduce((sum, { expected }) => sum + expected, 0)
  return [
    paint('strong', `${wordOf(target, 'name')}: ${vendor} at ${wordOf(target, 'endpoint')}`),
    ...peopleOf(plan),
    `  checks    ${checks.planned}, of which ${checks.denied} are not asked as far as they need more than the class ${plan.class}`,
    `  requests  ${reads} that read, ${written} that write, in about ${durationOf(plan)}`,
    `  for good  ${plan.allow.length === 0 ? 'nothing is done that nothing takes back' : `${plan.allow.join(', ')}: allowed by name, and nothing takes it back`}`,
  ]
}

const wordOf = (target: Plan['target'], member: string): string => {
  const word = isObject(target) ? target[member] : undefined
  return typeof word === 'string' ? word : ''
}

const peopleOf = ({ identities }: Plan): readonly string[] => {
  if (identities === undefined) return []
  const { principals, organization } = identities
  const named = Object.entries(principals).map(([role, account]) => `${role} ${account}`)
  return [
    `  accounts  ${named.join(', ')}`,
    ...(organization === undefined ? [] : [`  of        the organization ${organization}`]),
  ]
}

const durationOf = ({ duration: { seconds, secondsPerAnswer } }: Plan): string => {
  const minutes = Math.ceil(seconds / 60)
  const hours = (minutes / 60).toFixed(1)
  const long = minutes > 90 ? `${hours} hours` : `${minutes} min`
  return `${long} (an answer in ${secondsPerAnswer} s)`
}

const columns = ['operation', 'by', 'class', 'expected', 'at most', 'undone by']

const tableOf = (writes: readonly PlannedWrite[], title: string): readonly string[] => {
  if (writes.length === 0) return [`${title}: none`]
  const rows = writes.map(({ operation, who, danger, expected, most, undoneBy }) => [
    operation,
    who,
    danger,
    String(expected),
    String(most),
    undoneBy === undefined ? '' : `${undoneBy}, at once`,
  ])
  const widths = columns.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const lineOf = (cells: readonly string[]): string =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()
  return [title, lineOf(columns), ...rows.map(lineOf)]
}

const quotaLines = ({ quotas }: Plan, paint: Paint): readonly string[] =>
  quotas.length === 0 ? [] : [paint('strong', 'quotas'), ...quotas.map(quotaLine)]

const quotaLine = ({ limit, standing, more, room }: QuotaUse): string => {
  const stands = standing === undefined ? '' : `${standing} there, and `
  const of = room === undefined ? 'nobody says of how many' : `of ${room ?? 'any number'}`
  return `  ${limit}: ${stands}at most ${more} more at a time, ${of}`
}

const worstLines = ({ leftovers }: Plan, paint: Paint): readonly string[] => {
  if (leftovers.length === 0) return []
  const lines = leftovers.map(({ operation, who, most }) => `  ${most} × ${operation} by ${who}`)
  const title =
    'left over at most, if it is killed at the worst moment (orgproof sweep takes it back)'
  return [paint('strong', title), ...lines]
}
