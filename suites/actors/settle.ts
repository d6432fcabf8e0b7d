import { NotSettled } from '../verdict/cannot-go-on.ts'
import { given, type Outcome } from '../verdict/outcome.ts'

/** Something that settles by itself: how to look, and when it is settled. */
export interface Settling<T> {
  readonly what: string
  readonly look: () => Promise<Outcome<T>>
  readonly until: (value: T) => boolean
}

/** Waits between looks, in milliseconds: about ten seconds in all. */
const waits = [0, 5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 5120]

/** The settled value. Throws `NotSettled` when it does not settle, `PrerequisiteMissing` when it can not be seen. */
export async function settle<T>(
  { what, look, until }: Settling<T>,
  pause: (milliseconds: number) => Promise<void>,
): Promise<T> {
  for (const wait of waits) {
    if (wait > 0) await pause(wait)
    const value = given(await look())
    if (until(value)) return value
  }
  throw new NotSettled(`${what} has not settled after ${waits.length} looks`)
}
