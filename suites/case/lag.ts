import { consistencyOf, patienceOf, type Consistency, type Pacing } from '../client/patience.ts'
import { openGate, type Gate } from './gate.ts'

/** How a case goes on being asked while it finds something that may be nothing but lag. Paces are milliseconds. */
export interface Retrial {
  /** the pace at which it is played first */
  readonly first: number
  /** the pace at which it is to be played again after one; undefined when that is enough */
  readonly next: (after: number) => Promise<number | undefined>
  /** these checks held at a pace that had not at a quicker one */
  readonly held: (pace: number, checks: readonly string[]) => void
  readonly end: () => void
}

/** What was seen of how late a target shows what was written. */
export interface LagSeen {
  readonly consistency: Consistency
  /** how many cases were played again */
  readonly again: number
  /** the slowest pace that was waited */
  readonly slowest: number
  /** the checks that held later only */
  readonly late: readonly string[]
}

/** What a run learns of how late its target shows what was written. */
export interface Lag {
  readonly begin: () => Retrial
  readonly seen: () => LagSeen
}

/** A second look where everything is said to be seen at once, and the first one elsewhere. */
const quick = 400
const slow = 2500
/** So many cases show whether it is worth to play the others more slowly. */
const scouts = 12
/** So many cases that held at a pace only show that quicker ones are in vain. */
const enough = 3

/** The paces at which cases are played, from the quickest. */
const pacesOf = (target: LagParts): readonly number[] => {
  const listing = patienceOf(target).listing * 1000
  if (listing === 0) return [0]
  if (consistencyOf(target) === 'immediate') return [0, quick]
  const paces = [quick, slow, ...(listing > slow ? [listing] : [])]
  // accounts that are not ours are not troubled with what is likely to be in vain
  return target.accounts.mode === 'fixed' ? paces : [0, ...paces]
}

/** What of a target matters here. */
export interface LagParts extends Pacing {
  readonly accounts: { readonly mode: 'any' | 'fixed' }
}

/** Opens what a run learns of its target; nothing is known yet. */
export function openLag(target: LagParts): Lag {
  const paces = pacesOf(target)
  const consistency = consistencyOf(target)
  // a case that has not held at one pace holds at the next only if others came close
  const gates = new Map(
    paces.filter((pace) => pace > quick).map((pace) => [pace, openGate(scouts)]),
  )
  const heldAt = new Map<number, number>()
  const late = new Set<string>()
  let [again, slowest] = [0, 0]
  const leastPace = (): number =>
    consistency === 'immediate'
      ? 0
      : Math.max(0, ...[...heldAt].filter(([, cases]) => cases >= enough).map(([pace]) => pace))
  const openGates = (pace: number): void => {
    for (const [to, gate] of gates) {
      if ((paces[paces.indexOf(to) - 1] ?? 0) <= pace) gate.open()
    }
  }
  return {
    begin: () => {
      const entered = new Set<Gate>()
      let lastHeld: number | undefined
      let replayed = false
      return {
        first: Math.max(paces[0] ?? 0, leastPace()),
        next: async (after) => {
          const pace = paces.find((one) => one > after && one >= leastPace())
          if (pace === undefined) return undefined
          const gate = gates.get(pace)
          if (gate !== undefined) {
            if (!(await gate.admits())) return undefined
            entered.add(gate)
          }
          if (!replayed) again += 1
          replayed = true
          slowest = Math.max(slowest, pace)
          return pace
        },
        held: (pace, checks) => {
          lastHeld = pace
          for (const check of checks) late.add(check)
          openGates(pace)
        },
        end: () => {
          if (lastHeld !== undefined) heldAt.set(lastHeld, (heldAt.get(lastHeld) ?? 0) + 1)
          else for (const gate of entered) gate.foundNothing()
        },
      }
    },
    seen: () => ({ consistency, again, slowest, late: [...late] }),
  }
}
