import type { Paint } from '../../reports/text/paint.ts'
import { printable } from '../../reports/text/printable.ts'
import { isObject } from '../../specs/contract/json.ts'
import type { Plan, PlannedWrite, QuotaUse } from './plan.ts'

/** A plan for people: what may be written, as whom, how often, how it is undone, and what could be left. Its last line is its hash. */
export function planText(plan: Plan, paint: Paint): string {
  const { writes, hash } = plan
  const asked = writes.filter(({ undoing }) => !undoing)
  const undoing = writes.filter((write) => write.undoing)
  return [
    ...headOf(plan),
    '',
    ...tableOf(asked, 'writes'),
    ...(asked.some((write) => undoOf(write) === '') ? [bounded] : []),
    ...tableOf(undoing, 'taking these back'),
    ...quotaLines(plan),
    ...worstLines(plan),
    '',
    `plan ${hash}`,
  ]
    .map((line) => shown(line, paint))
    .join('\n')
}

/** A line that begins a part of a plan, or one of such a part. */
type Line = string | { readonly title: string }

/** What stands in a line is made printable before it is painted: colours are what steers a terminal, too. */
const shown = (line: Line, paint: Paint): string =>
  typeof line === 'string' ? printable(line) : paint('strong', printable(line.title))

/** What the keeper and the guards of raw calls hold: what names no undo is about nothing that stood before. */
const bounded =
  '  (where no undo is named, only what this run made or did itself is ended, changed or taken back)'

const headOf = (plan: Plan): readonly Line[] => {
  const { vendor, target, checks, reads, writes, notifies } = plan
  const written = writes.reduce((sum, { expected }) => sum + expected, 0)
  return [
    { title: `${wordOf(target, 'name')}: ${vendor} at ${wordOf(target, 'endpoint')}` },
    ...peopleOf(plan),
    `  checks    ${checks.planned}, of which ${checks.denied} are not asked as far as they need more than the class ${plan.class}`,
    ...moreOf(plan),
    `  requests  ${reads} that read, ${written} that write, in about ${durationOf(plan)}`,
    `  for good  ${forGood(plan)}`,
    ...plan.remarks.map((remark) => `  note      ${remark}`),
    ...notifies.map(
      ({ operation, most }) =>
        `  people    are told by ${operation}, ${most} times at most: taking it back recalls no message`,
    ),
  ]
}

/** What is done that nothing takes back, and how often. */
const forGood = ({ allow, writes }: Plan): string => {
  if (allow.length === 0) return 'nothing is done that nothing takes back'
  const counts = allow.map((operation) => {
    const all = writes.filter((write) => write.operation === operation)
    const sum = (of: 'expected' | 'most'): number => all.reduce((whole, one) => whole + one[of], 0)
    return `${operation} ${sum('expected')} times, ${sum('most')} at most`
  })
  return `${counts.join('; ')}: allowed by name, whatever the class, and nothing takes it back`
}

/** What a higher class would let be asked: without saying so a plan of the lowest looks like all there is. */
const moreOf = ({ checks, class: highest }: Plan): readonly Line[] => {
  const further = {
    light: '--class medium also makes and changes things of its own, as units and policies',
    medium:
      '--class heavy also invites, moves members, and switches what holds for the whole organization',
  }
  const said = highest === 'light' || highest === 'medium' ? further[highest] : undefined
  return checks.denied === 0 || said === undefined ? [] : [`            ${said}`]
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

const tableOf = (writes: readonly PlannedWrite[], title: string): readonly Line[] => {
  if (writes.length === 0) return [{ title: `${title}: none` }]
  const rows = writes.map((write) => [
    write.operation,
    write.who,
    write.danger,
    String(write.expected),
    String(write.most),
    undoOf(write),
  ])
  const widths = columns.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const lineOf = (cells: readonly string[]): string =>
    `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()
  return [{ title }, lineOf(columns), ...rows.map(lineOf)]
}

const undoOf = ({ danger, undoing, undoneBy }: PlannedWrite): string => {
  if (undoneBy !== undefined) return `${undoneBy}, at once`
  return danger === 'irreversible' && !undoing ? 'nothing' : ''
}

const quotaLines = ({ quotas }: Plan): readonly Line[] =>
  quotas.length === 0 ? [] : [{ title: 'quotas' }, ...quotas.map(quotaLine)]

const quotaLine = ({ limit, standing, more, room }: QuotaUse): string => {
  const stands = standing === undefined ? '' : `${standing} there, and `
  const of = room === undefined ? 'nobody says of how many' : `of ${room ?? 'any number'}`
  return `  ${limit}: ${stands}${more} more at a time in the rehearsal, ${of}`
}

const worstLines = ({ leftovers }: Plan): readonly Line[] => {
  if (leftovers.length === 0) return []
  const lines = leftovers.map(({ operation, who, most }) => `  ${most} × ${operation} by ${who}`)
  const title =
    'stood at a time in the rehearsal: about so much is left where the run is killed (orgproof sweep takes it back)'
  return [{ title }, ...lines]
}
