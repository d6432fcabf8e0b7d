import { kindOf, type WriteBound } from '../../suites/actors/allowance-for.ts'
import { enter, isOpen, type LedgerEntry, type Write } from '../../suites/actors/ledger.ts'
import type { Allowance } from '../../suites/client/allowance.ts'
import type { Connection } from '../../suites/client/connection.ts'
import { roleOf, type Target } from '../../suites/client/target.ts'
import type { Leftover } from './plan.ts'

/** How often a write of a kind was sent. */
export interface CountedWrite extends Omit<WriteBound, 'most'> {
  readonly expected: number
}

/** What was counted of a rehearsal. */
export interface Tally {
  readonly writes: readonly CountedWrite[]
  /** requests of all kinds */
  readonly requests: number
  /** what stood at most at a time of each kind, as the ledger says */
  readonly leftovers: readonly Leftover[]
}

/** Counts what a rehearsal sends and leaves. */
export interface TallySheet {
  /** the same allowance, which counts what it lets pass */
  readonly counting: (allowance: Allowance) => Allowance
  /** the same line, whose requests are counted */
  readonly watching: (connection: Connection) => Connection
  readonly recorded: (entry: LedgerEntry) => void
  readonly tally: () => Tally
}

/** An empty sheet for a rehearsal at a target. */
export function openTallySheet(target: Target): TallySheet {
  const writes = new Map<string, CountedWrite>()
  const most = new Map<string, Leftover>()
  const ledger = new Map<number, Write>()
  let requests = 0
  return {
    counting: ({ deny }) => ({
      deny: (write) => {
        const denied = deny(write)
        if (denied !== undefined) return denied
        const { operation, undoing } = write
        const kind = { operation, undoing, who: roleOf(target, write.account) }
        const { expected } = writes.get(kindOf(kind)) ?? { expected: 0 }
        writes.set(kindOf(kind), { ...kind, expected: expected + 1 })
        return undefined
      },
    }),
    watching: (connection) => ({
      send: (message, signal) => {
        requests += 1
        return connection.send(message, signal)
      },
      close: () => connection.close(),
    }),
    recorded: (entry) => {
      enter(ledger, entry)
      const write = ledger.get(entry.number)
      if (write !== undefined) note(most, standingLike(write, ledger, target))
    },
    tally: () => ({ writes: [...writes.values()], requests, leftovers: [...most.values()] }),
  }
}

/** How much of the kind of a write stands now: what is on its way may be refused, and is not counted. */
const standingLike = (
  { operation, account }: Write,
  ledger: ReadonlyMap<number, Write>,
  target: Target,
): Leftover => {
  const alike = [...ledger.values()].filter(
    (one) =>
      one.operation === operation &&
      one.account === account &&
      one.state !== 'unknown' &&
      isOpen(one),
  )
  return { operation, who: roleOf(target, account), most: alike.length }
}

const note = (known: Map<string, Leftover>, now: Leftover): void => {
  const kind = `${now.operation} ${now.who}`
  if (now.most > (known.get(kind)?.most ?? 0)) known.set(kind, now)
}
