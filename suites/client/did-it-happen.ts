import type { RefusalReply } from '../../specs/wire/wire.ts'
import type { LookUp, Seen } from './call.ts'

/** Waits before the looks at a write whose answer did not tell, in milliseconds: what was just done may show late. */
const firstLooks = [0, 250]

/** The same where the write was said again, and is refused. */
const lastLooks = [0, 250, 1000]

type Pause = (milliseconds: number) => Promise<void>

/** How is waited between looks. */
export interface Looking {
  readonly pause: Pause
  /** milliseconds after which what was written is listed */
  readonly listedWithin: number
}

/**
 * Looks whether a write was done, before it is said again. What would then be done twice is looked for until it had to be
 * listed: that it is not there yet shows nothing.
 */
export async function lookFirst(lookUp: LookUp, looking: Looking): Promise<Seen> {
  return lookUp.once === true
    ? lookUntilListed(lookUp, firstLooks, looking)
    : lookOften(lookUp, firstLooks, looking.pause)
}

/** Waits behind other looks, each as long as all before it; together with those they are as long as the limit. */
function* laterWaits(looks: readonly number[], limit: number): Generator<number> {
  let waited = sumOf(looks)
  while (waited < limit) {
    const wait = Math.min(waited, limit - waited)
    waited += wait
    yield wait
  }
}

const sumOf = (waits: readonly number[]): number => waits.reduce((sum, wait) => sum + wait, 0)

/**
 * Looks once more whether a write was done, until that had to be listed: said again, it was refused, perhaps because it
 * was done already.
 */
export async function lookAgain(
  lookUp: LookUp,
  reply: RefusalReply,
  looking: Looking,
): Promise<Seen> {
  const shown = lookUp.seenIn?.(reply)
  return shown?.kind === 'so' ? shown : lookUntilListed(lookUp, lastLooks, looking)
}

/** Looks for as long as it is seen not to be so, and may still be: what can not be seen at all is not waited for. */
const lookUntilListed = async (
  lookUp: LookUp,
  looks: readonly number[],
  { pause, listedWithin }: Looking,
): Promise<Seen> => {
  let seen = await lookOften(lookUp, looks, pause)
  for (const wait of laterWaits(looks, listedWithin)) {
    if (seen.kind !== 'not so') return seen
    await pause(wait)
    seen = await lookUp.look()
  }
  return seen
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
