/** Lets some through to find out whether it is worth the way; the others wait for what they find. */
export interface Gate {
  /** whether the way may be gone: at once, or when those who are under way are back */
  readonly admits: () => Promise<boolean>
  /** it is worth it, and stays so: also where somebody was turned away before */
  readonly open: () => void
  /** somebody who was let through found nothing */
  readonly foundNothing: () => void
}

/** A gate that lets so many through, as far as that is known when one asks, before it knows. */
export function openGate(most: () => number): Gate {
  let [admitted, underWay, isOpen] = [0, 0, false]
  const waiting: ((admitted: boolean) => void)[] = []
  const admit = (): void => {
    admitted += 1
    underWay += 1
  }
  const decide = (decision: boolean): void => {
    for (const tell of waiting.splice(0)) tell(decision)
  }
  return {
    admits: async () => {
      if (isOpen) return true
      if (admitted >= most()) {
        return underWay === 0 ? false : new Promise<boolean>((tell) => waiting.push(tell))
      }
      admit()
      return true
    },
    open: () => {
      isOpen = true
      decide(true)
    },
    foundNothing: () => {
      underWay -= 1
      while (waiting.length > 0 && admitted < most()) {
        admit()
        waiting.shift()?.(true)
      }
      if (underWay === 0) decide(false)
    },
  }
}
