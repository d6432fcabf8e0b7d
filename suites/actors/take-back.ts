import { NotSettled } from '../verdict/cannot-go-on.ts'
import type { Hands } from './effect.ts'
import { isOpen, isUnreadable, type Write } from './ledger.ts'
import { takeBackOne } from './take-back-one.ts'
import type { TakingBack } from './taking-back.ts'

/** Whether the write of a number is to be taken back. */
export type IsMeant = (number: number) => boolean

/** Nobody answers any more: further undos are not tried. */
const patience = 2

/**
 * Takes back the open writes that are meant, the last one first. Each stands alone; those that fail are tried
 * again as long as others succeed, since one may have stood in the way of another. What fails in the end stays open in
 * the ledger, and its verb counts as one that can not be taken back. Never throws.
 */
export async function takeBack(parts: TakingBack, isMeant: IsMeant = () => true): Promise<void> {
  let failures: readonly Failure[] = []
  let before = Number.POSITIVE_INFINITY
  do {
    if (failures.length > 0) before = failures.length
    failures = await takeBackOnce(parts, isMeant)
  } while (
    failures.length > 0 &&
    failures.length < before &&
    !failures.some(({ silent }) => silent)
  )
  // what nobody can read says nothing of what can be read
  const telling = failures.filter(({ write }) => !isUnreadable(write))
  for (const { write, why } of telling) parts.proofs.failed(write.verb, why)
}

/**
 * Takes back whatever is still open at the end of a session. What was sent and never answered may come about as late as
 * an answer may take: it is looked for once more after that, in milliseconds. Never throws.
 */
export async function takeBackAtLast(parts: TakingBack, late: number): Promise<void> {
  const lost = [...parts.ledger.writes.values()].filter(
    (write) => isOpen(write) && write.state === 'lost',
  )
  if (lost.length > 0) await parts.pause(late, parts.stopped)
  await takeBack(parts)
  // a wait that was cut short shows nothing
  if (parts.stopped?.aborted === true) return
  const unseen = [...parts.ledger.writes.values()].filter(
    (write) => isOpen(write) && write.state === 'lost' && write.unseen === true,
  )
  for (const { number } of unseen) parts.ledger.note({ step: 'proven', number })
}

interface Failure {
  readonly write: Write
  readonly why: string
  /** nothing was answered in time */
  readonly silent: boolean
}

const takeBackOnce = async (parts: TakingBack, isMeant: IsMeant): Promise<readonly Failure[]> => {
  const open = [...parts.ledger.writes.values()].filter(
    (write) => isOpen(write) && isMeant(write.number),
  )
  const failures: Failure[] = []
  for (const write of open.toReversed()) {
    const last = failures.slice(-patience)
    if (last.length === patience && last.every(({ silent }) => silent)) return failures
    if (parts.stopped?.aborted === true) return failures
    try {
      await within(parts, (handsOf) => takeBackOne(parts, write, handsOf(write.account)))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      failures.push({ write, why, silent: error instanceof NotSettled })
    }
  }
  return failures
}

/** Lets work go on until its time is over: then everything that it waits for ends, and so does it. */
const within = async (
  { openHands, pause, deadline }: TakingBack,
  work: (handsOf: (account: string) => Hands) => Promise<void>,
): Promise<void> => {
  const [late, ended] = [new AbortController(), new AbortController()]
  void pause(deadline, ended.signal).then(() => late.abort())
  try {
    await work(openHands(late.signal))
  } catch (error) {
    if (!late.signal.aborted) throw error
    throw new NotSettled(`it was not taken back within ${deadline} ms`)
  } finally {
    ended.abort()
  }
}
