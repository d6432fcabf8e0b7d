/** Which of the points of a code is on, and which it came by. */
export interface Switchboard {
  /** the number of the point that is on; -1 when none is */
  on: number
  /** the points that were come by since they were last forgotten */
  readonly met: Set<number>
  /** whether a point is on; notes that it was come by */
  readonly isOn: (point: number) => boolean
  /** Lets a loop turn once more. Throws `Endless` when it was let turn too often. */
  readonly goesOn: () => boolean
  /** whether one was */
  readonly isCaught: () => boolean
  /** switches a point on, or none (-1), and begins to count turns anew */
  readonly turn: (point: number) => void
}

/** A loop that would not have ended. */
export class Endless extends Error {
  override readonly name = 'Endless'
}

/** More turns than any answer takes. */
const mostTurns = 1_000_000

/** Opens a board on which no point is on. */
export function openSwitchboard(): Switchboard {
  let turns = 0
  const met = new Set<number>()
  const board: Switchboard = {
    on: -1,
    met,
    isOn: (point) => {
      met.add(point)
      return board.on === point
    },
    goesOn: () => {
      turns += 1
      if (turns > mostTurns) throw new Endless('a loop does not end')
      return true
    },
    isCaught: () => turns > mostTurns,
    turn: (point) => {
      board.on = point
      turns = 0
    },
  }
  return board
}
