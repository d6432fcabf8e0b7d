import type { RefusalReply } from '../../specs/wire/wire.ts'
import type { LookUp, Seen } from './call.ts'

/** Waits before the looks at a write whose answer did not tell, in milliseconds: what was just done may show late. */
const firstLooks = [0, 250]

/** The same where the write was said again, and is refused. */
const lastLooks = [0, 250, 1000]

type Pause = (milliseconds: number) => Promise<void>

/** Looks whether a write was done, before it is said again. */
export function lookFirst(lookUp: LookUp, pause: Pause): Promise<Seen> {
  return lookOften(lookUp, firstLooks, pause)
}

/** Looks once more whether a write was done: said again, it was refused, perhaps because it was done already. */
export async function lookAgain(lookUp: LookUp, reply: RefusalReply, pause: Pause): Promise<Seen> {
  const shown = lookUp.seenIn?.(reply)
  return shown?.kind === 'so' ? shown : lookOften(lookUp, lastLooks, pause)
}

const lookOften = async (
  { look }: LookUp,
  waits: readonly number[],
  pause: Pause,
): Promise<Seen> => {
  let seen: Seen = { kind: 'unseen' }
  for (const wait of waits) {
    if (wait > 0) await pause(wait)
    seen = await look()
    if (seen.kind === 'so') return seen
  }
  return seen
}
