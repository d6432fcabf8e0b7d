import { consistencyOf, type Consistency } from '../client/patience.ts'
import { openGate, type Gate } from './gate.ts'
import { longestOf, pacesOf, quick, scoutsAt, type PacedTarget } from './paces.ts'

/** How a case goes on being asked while it finds something that may be nothing but lag. Paces are milliseconds. */
export interface Retrial {
  /** the pace at which it is played first */
  readonly first: number
  /**
   * the pace at which it is to be played again after one, in which it let something settle so many times; undefined when that
   * is enough
   */
  readonly next: (after: number, settlings: number) => Promise<number | undefined>
  /** the pace at which it was not played, since that had helped none of those that tried */
  readonly turnedAway: () => number | undefined
  /** it came out better than at a quicker pace, and these checks held that had not: none where that may be no lag */
  readonly held: (pace: number, checks: readonly string[]) => void
  readonly end: () => void
}

/** What was seen of how late a target shows what was written. */
export interface LagSeen {
  readonly consistency: Consistency
  /** how many cases were played again */
  readonly again: number
  /** how many were played slowly from the start, since quicker paces had been in vain */
  readonly slowly: number
  /** the slowest pace that was waited */
  readonly slowest: number
  /** the checks that held later only */
  readonly late: readonly string[]
  /** how many cases were not played more slowly, since that had helped none of those that tried */
  readonly turnedAway: number
}

/** What a run learns of how late its target shows what was written. */
export interface Lag {
  readonly begin: () => Retrial
  readonly seen: () => LagSeen
}

/** So many cases that held at a pace only show that quicker ones are in vain. */
const enough = 3

interface Learned {
  readonly paces: readonly number[]
  readonly consistency: Consistency
  /** milliseconds of waiting in one play beyond which others have to have shown that it is worth while */
  readonly longest: number
  /** before slower paces: what helps none of a few cases is not tried with the others */
  readonly gates: ReadonlyMap<number, Gate>
  /** how many cases came out best at a pace */
  readonly heldAt: Map<number, number>
  readonly late: Set<string>
  /** how many cases have begun */
  begun: number
  again: number
  turnedAway: number
  slowly: number
  slowest: number
}

/** Opens what a run learns of its target; nothing is known yet. */
export function openLag(target: PacedTarget): Lag {
  const paces = pacesOf(target)
  // who says that everything is seen at once is taken at their word, unless the first cases show otherwise
  const free = consistencyOf(target) === 'immediate' ? 0 : quick
  const most = (pace: number) => (): number => scoutsAt(target, pace, learned.begun)
  const gates = paces
    .filter((pace) => pace > free)
    .map((pace) => [pace, openGate(most(pace))] as const)
  const learned: Learned = {
    paces,
    consistency: consistencyOf(target),
    longest: longestOf(target),
    gates: new Map(gates),
    heldAt: new Map(),
    late: new Set(),
    begun: 0,
    again: 0,
    turnedAway: 0,
    slowly: 0,
    slowest: 0,
  }
  return {
    begin: () => beginIn(learned),
    seen: () => {
      const { consistency, again, slowly, slowest, late, turnedAway } = learned
      return { consistency, again, slowly, slowest, late: [...late], turnedAway }
    },
  }
}

const beginIn = (learned: Learned): Retrial => {
  const { paces, gates, heldAt, late } = learned
  const [quickest = 0] = paces
  const first = Math.max(quickest, leastPace(learned))
  learned.begun += 1
  if (first > quickest) learned.slowly += 1
  const entered = new Set<Gate>()
  let best: number | undefined
  let turnedAway: number | undefined
  let replayed = false
  return {
    first,
    turnedAway: () => turnedAway,
    next: async (after, settlings) => {
      const pace = paces.find((one) => one > after && one >= leastPace(learned))
      if (pace === undefined) return undefined
      const gate = gates.get(pace)
      if (gate !== undefined && !(await mayPass(gate, settlings * pace, learned))) {
        learned.turnedAway += 1
        turnedAway = pace
        return undefined
      }
      if (gate !== undefined) entered.add(gate)
      if (!replayed) learned.again += 1
      replayed = true
      learned.slowest = Math.max(learned.slowest, pace)
      return pace
    },
    held: (pace, checks) => {
      if (checks.length > 0) best = pace
      for (const check of checks) late.add(check)
      openGates(learned, pace)
      gates.get(pace)?.prove()
    },
    end: () => {
      if (best !== undefined) heldAt.set(best, (heldAt.get(best) ?? 0) + 1)
      for (const gate of entered) gate.back()
    },
  }
}

/** Whether so many milliseconds may be waited behind a gate. */
const mayPass = (gate: Gate, milliseconds: number, { longest }: Learned): Promise<boolean> =>
  milliseconds > longest ? gate.admitsLong() : gate.admits()

/** Where everything is said to be seen at once, every case may show that it is. */
const leastPace = ({ consistency, heldAt }: Learned): number => {
  if (consistency === 'immediate') return 0
  const known = [...heldAt].filter(([, cases]) => cases >= enough)
  return Math.max(0, ...known.map(([pace]) => pace))
}

/** What helped at a pace makes the next one worth while for all. */
const openGates = ({ paces, gates }: Learned, helped: number): void => {
  for (const [pace, gate] of gates) {
    if ((paces[paces.indexOf(pace) - 1] ?? 0) <= helped) gate.open()
  }
}
