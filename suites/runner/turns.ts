/** Waits without keeping anybody from their turn; comes back when it is its own turn again. */
export type Rest = <T>(wait: () => Promise<T>) => Promise<T>

/** Does a piece of work when it is its turn. */
export type Turn = <T>(work: (rest: Rest) => Promise<T>) => Promise<T>

/**
 * Lets at most `most` pieces of work go on at once; the others wait for their turn, first come, first served. A piece
 * that only waits lets others go on meanwhile; whoever has begun comes back before anybody begins.
 */
export function turns(most: number): Turn {
  let free = most
  const waiting: (() => void)[] = []
  const returning: (() => void)[] = []
  const take = async (queue: (() => void)[]): Promise<void> => {
    if (free > 0) free -= 1
    else await new Promise<void>((go) => queue.push(go))
  }
  const pass = (): void => {
    const next = returning.shift() ?? waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return async (work) => {
    let held: Promise<void> | undefined = take(waiting)
    // parts of one piece of work that go on side by side share its turn
    const rest: Rest = async (wait) => {
      const mine = held
      held = undefined
      void mine?.then(pass)
      try {
        return await wait()
      } finally {
        held ??= take(returning)
        await held
      }
    }
    await held
    try {
      return await work(rest)
    } finally {
      void held.then(pass)
    }
  }
}
