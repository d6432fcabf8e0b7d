/** Lets the first few through to find out whether it is worth the way; the others wait for what they find. */
export interface Gate {
  /** whether the way may be gone: at once, or when that is known */
  readonly admits: () => Promise<boolean>
  /** it is worth it, and stays so */
  readonly open: () => void
  /** somebody who was let through found nothing */
  readonly foundNothing: () => void
}

/** A gate that lets so many through before it knows. */
export function openGate(most: number): Gate {
  let admitted = 0
  let returned = 0
  let worth: boolean | undefined
  const waiting: ((worth: boolean) => void)[] = []
  const decide = (decision: boolean): void => {
    worth = decision
    for (const tell of waiting.splice(0)) tell(decision)
  }
  return {
    admits: async () => {
      if (worth !== undefined) return worth
      if (admitted === most) return new Promise<boolean>((tell) => waiting.push(tell))
      admitted += 1
      return true
    },
    open: () => decide(true),
    foundNothing: () => {
      returned += 1
      if (returned === most && worth === undefined) decide(false)
    },
  }
}
