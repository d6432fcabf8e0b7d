/** Lets some through to find out whether it is worth the way; the others wait for what they find. */
export interface Gate {
  /** whether the way may be gone: at once, or when those who are under way are back */
  readonly admits: () => Promise<boolean>
  /** the same for whoever has a long way: who is the first goes, others only where somebody has found something there */
  readonly admitsLong: () => Promise<boolean>
  /** it is worth it, and stays so: also where somebody was turned away before */
  readonly open: () => void
  /** somebody has found something there */
  readonly prove: () => void
  /** somebody who was let through is back; where it was worth it, the gate is open by now */
  readonly back: () => void
}

/** A gate that lets so many through, as far as that is known when one asks, before it knows. */
export function openGate(most: () => number): Gate {
  let [admitted, underWay, isOpen, isProven] = [0, 0, false, false]
  const admit = (): void => {
    admitted += 1
    underWay += 1
  }
  const all = openQueue(() => isOpen || admitted < most(), admit)
  const long = openQueue(() => isProven || admitted === 0, admit)
  const isNobodyThere = (): boolean => underWay === 0
  return {
    admits: () => all.admits(isNobodyThere),
    admitsLong: () => long.admits(isNobodyThere),
    open: () => {
      isOpen = true
      all.letIn()
    },
    prove: () => {
      isProven = true
      long.letIn()
    },
    back: () => {
      underWay -= 1
      all.letIn()
      if (underWay > 0) return
      all.turnAway()
      long.turnAway()
    },
  }
}

interface Queue {
  /** lets in whoever may go, keeps the others waiting; turns them away where nothing is waited for */
  readonly admits: (isVain: () => boolean) => Promise<boolean>
  /** lets in those that wait, as long as they may go */
  readonly letIn: () => void
  readonly turnAway: () => void
}

const openQueue = (may: () => boolean, admit: () => void): Queue => {
  const waiting: ((admitted: boolean) => void)[] = []
  return {
    admits: async (isVain) => {
      if (!may()) return isVain() ? false : new Promise<boolean>((tell) => waiting.push(tell))
      admit()
      return true
    },
    letIn: () => {
      while (waiting.length > 0 && may()) {
        admit()
        waiting.shift()?.(true)
      }
    },
    turnAway: () => {
      for (const tell of waiting.splice(0)) tell(false)
    },
  }
}
