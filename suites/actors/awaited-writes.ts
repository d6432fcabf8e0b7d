import type { Args, Verb } from '../../specs/vocabulary/verbs.ts'
import { isOpen, type Ledger, type LedgerEntry, type Write, type Writes } from './ledger.ts'

/** An invitation that outlives its run: a human has yet to answer it. */
export interface AwaitedWrite extends Write {
  readonly args: Args<'inviteAccount'>
  readonly id: string
  readonly waiting: NonNullable<Write['waiting']>
}

/** Whether a write is an invitation that a human has yet to answer, as far as the ledger knows. */
export function isAwaitedWrite(write: Write): write is AwaitedWrite {
  return write.waiting !== undefined && write.id !== undefined && isOpen(write)
}

/**
 * The invitations with which a run that goes on can go on: what they were answered is known, and nobody has begun to look
 * what became of them. Of those where somebody had, the rest is not known, and they are taken back.
 */
export function awaitedIn(writes: Writes): readonly AwaitedWrite[] {
  const all = [...writes.values()]
  const begun = new Set(
    all
      .filter(({ verb, state }) => verb === 'acceptInvitation' && state !== 'void')
      .map(({ args }) => (args as Args<'acceptInvitation'> | null)?.invitation),
  )
  return all
    .filter(isAwaitedWrite)
    .filter(({ id, waiting: { answer } }) => answer !== undefined && !begun.has(id))
}

/** Whether a verb answers such an invitation: who is a member by now became one since. */
export function isAwaited({ writes }: Pick<Ledger, 'writes'>, verb: Verb, args: object): boolean {
  if (verb !== 'acceptInvitation') return false
  const { invitation } = args as Args<'acceptInvitation'>
  return [...writes.values()].some((write) => isAwaitedWrite(write) && write.id === invitation)
}

/** The lines of an earlier part of the run about an invitation that a human has yet to answer. */
export function awaitedEntries(write: Write): readonly LedgerEntry[] {
  const { number, verb, operation, account, args, id, waiting } = write
  return [
    { step: 'intent', number, verb, operation, account, args },
    { step: 'done', number, ...(id !== undefined && { id }) },
    ...(waiting ? [{ step: 'waiting', number, outside: true, ...waiting } as const] : []),
  ]
}
