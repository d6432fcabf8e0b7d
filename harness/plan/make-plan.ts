import type { ProvenIdentity, Selection } from '../../reports/results/results.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { kindOf } from '../../suites/actors/allowance-for.ts'
import { dangersOf, highestClass, type Danger, type Dangers } from '../../suites/actors/danger.ts'
import { effectOf } from '../../suites/actors/effect-of.ts'
import type { Target } from '../../suites/client/target.ts'
import { ownVersion } from '../version.ts'
import { planHash, type UnhashedPlan } from './plan-hash.ts'
import { planSchema, type Plan, type PlannedWrite } from './plan.ts'
import { publicTarget } from './public-target.ts'
import { quotasOf } from './quotas.ts'
import { rehearseRun, type Rehearsal, type Rehearsed } from './rehearse-run.ts'
import { remarksOn } from './remarks.ts'
import type { Standing } from './standing.ts'
import type { CountedWrite } from './tally-sheet.ts'

/** A run that is to be planned. */
export interface PlanOrder extends Pick<Rehearsal, 'progress' | 'stopped'> {
  readonly vendor: Vendor
  readonly target: Target
  readonly selection: Selection
  readonly seed: number
  /** who the credentials were proven to be; absent where nobody had to prove it */
  readonly identities?: ProvenIdentity
  /** what stands in the organization that the accounts are given of; absent where they are of none */
  readonly standing?: Standing
}

/** Seconds that an answer is expected to take: services in another place answer in about so many. */
const secondsPerAnswer = 0.2

/**
 * How often a kind of write may be sent at most, by how often it was sent in the rehearsal: what an endpoint drops,
 * throttles or shows late is said again, and a case that finds something is played again. Where three answers in ten are
 * throttled, one in ten is lost and all is seen late, some kinds are said 3.7 times as often.
 */
const boundOf = (expected: number): number => 5 * expected + 20

/** Plans a run: rehearses it on the embedded endpoint, and says what of it may be written at the target. Sends nothing there. */
export async function makePlan(order: PlanOrder): Promise<Plan> {
  const { vendor, target, selection, seed, identities, standing } = order
  const stands = standing?.organization ?? target.accounts.mode === 'fixed'
  const rehearsed = await rehearseRun({ ...order, stands })
  const { judged, leftovers, requests } = rehearsed
  const dangers = dangersOf(vendor)
  const asked = rehearsed.writes.map((write) => planned(vendor, dangers, write))
  const both = [...asked, ...standIns(target, asked)]
  const writes = [...both, ...furtherUndos(vendor, dangers, both)].toSorted(inOrder)
  const written = writes.reduce((sum, { expected }) => sum + expected, 0)
  const plan: UnhashedPlan = {
    suite: ownVersion(),
    vendor: vendor.id,
    target: publicTarget(target),
    ...(identities && { identities }),
    selection,
    seed,
    checks: {
      planned: judged.length,
      denied: judged.filter(({ code }) => code === 'DANGER_DENIED').length,
    },
    class: highestClass(target),
    allow: target.allow ?? [],
    reads: requests - written,
    writes,
    leftovers,
    remarks: remarksOn(target, standing),
    notifies: notifiesOf(vendor, writes),
    quotas: quotasOf({ vendor, target, leftovers, writes, ...(standing && { standing }) }),
    duration: { seconds: secondsOf(rehearsed, target), secondsPerAnswer },
  }
  const hash = planHash(
    plan,
    judged.map(({ id }) => id),
  )
  return { schema: planSchema, hash, ...plan }
}

const planned = (vendor: Vendor, dangers: Dangers, write: CountedWrite): PlannedWrite => {
  const { operation, expected } = write
  const undoneBy = undoOf(vendor, operation)
  return {
    ...write,
    most: boundOf(expected),
    danger: dangers(operation) as Danger,
    ...(undoneBy !== undefined && !write.undoing && { undoneBy }),
  }
}

/** Whoever is invited is told: by e-mail, or where the vendor shows it. */
const notifiesOf = (vendor: Vendor, writes: readonly PlannedWrite[]): Plan['notifies'] => {
  const operation = vendor.dialect.inviteAccount?.operation
  const most = writes
    .filter((write) => write.operation === operation)
    .reduce((sum, write) => sum + write.most, 0)
  return operation === undefined || most === 0 ? [] : [{ operation, most }]
}

/** Who is asked of two accounts that are in no organization is decided by what stands: each may do what the other did. */
const standIns = (target: Target, asked: readonly PlannedWrite[]): readonly PlannedWrite[] => {
  const { accounts } = target
  if (accounts.mode !== 'fixed') return []
  const pair = (['invitee', 'outsider'] as const).filter((role) => accounts[role] !== undefined)
  const known = new Set(asked.map(kindOf))
  return asked
    .filter(({ who }) => pair.some((role) => role === who))
    .flatMap((write) => pair.map((who): PlannedWrite => ({ ...write, who, expected: 0 })))
    .filter((write) => !known.has(kindOf(write)))
}

/** What an endpoint takes that should have refused it has to be taken back, too: by whoever wrote it, or by the management account. */
const furtherUndos = (
  vendor: Vendor,
  dangers: Dangers,
  asked: readonly PlannedWrite[],
): readonly PlannedWrite[] => {
  const known = new Set(asked.map(kindOf))
  const further = new Map<string, PlannedWrite>()
  for (const { undoneBy: operation, who: writer, expected, undoing } of asked) {
    if (operation === undefined || undoing) continue
    for (const who of new Set([writer, 'management'] as const)) {
      const kind = { operation, who, undoing: true }
      if (known.has(kindOf(kind))) continue
      const most = (further.get(kindOf(kind))?.most ?? 0) + boundOf(expected)
      further.set(kindOf(kind), { ...planned(vendor, dangers, { ...kind, expected: 0 }), most })
    }
  }
  return [...further.values()]
}

/** The operation that takes back what another leaves. */
const undoOf = ({ dialect, ...rest }: Vendor, operation: string): string | undefined => {
  const verbs = Object.keys(dialect) as Verb[]
  for (const verb of verbs.filter((one) => dialect[one]?.operation === operation)) {
    const effect = effectOf({ dialect, ...rest }, verb)
    if (effect.kind === 'reversible') return dialect[effect.undoneBy]?.operation
  }
  return undefined
}

/** What takes back stands behind what is asked; else by name and by who. */
const inOrder = (one: PlannedWrite, other: PlannedWrite): number => {
  if (one.undoing !== other.undoing) return one.undoing ? 1 : -1
  const [left, right] = [`${one.operation} ${one.who}`, `${other.operation} ${other.who}`]
  return left < right ? -1 : 1
}

const secondsOf = ({ waited, requests }: Rehearsed, { rate }: Target): number => {
  const each = Math.max(secondsPerAnswer, rate === undefined ? 0 : 1 / rate)
  return Math.round(waited + requests * each)
}
