import type { AwaitedWrite } from './awaited-writes.ts'
import type { Hands, Standing } from './effect.ts'
import { entriesOf } from './look.ts'
import { settledLook } from './settled-look.ts'
import type { TakingBack } from './taking-back.ts'

/**
 * Takes back an invitation that a human may have answered by now: it is cancelled, and who has accepted it is taken out
 * again; the account was no member when it was sent. Throws where it still stands.
 */
export async function takeBackAwaited(
  parts: TakingBack,
  { number, id, args }: AwaitedWrite,
  hands: Hands,
): Promise<void> {
  const cancelled = await hands.owner.cancelInvitation({ invitation: id })
  if (cancelled.kind === 'done' && cancelled.looked !== true) {
    return parts.ledger.note({ step: 'undone', number })
  }
  const state = await settledLook(parts, () => stateOf(hands, id), isEnded)
  if (!isEnded(state)) throw new Error(`${cancelled.operation} is ${cancelled.kind}, and it stands`)
  if (state === 'accepted') await takeOut(parts, hands, args.target.id)
  parts.ledger.note({ step: 'proven', number })
}

const stateOf = async (hands: Hands, invitation: string): Promise<Standing> =>
  (await entriesOf(hands, 'listSentInvitations', {}))?.find(({ id }) => id === invitation)?.state

const isEnded = (state: Standing): boolean => state !== 'open' && state !== 'requested'

const takeOut = async (parts: TakingBack, hands: Hands, account: string): Promise<void> => {
  const look = async (): Promise<Standing> =>
    (await entriesOf(hands, 'listAccounts', {}))?.find(({ id }) => id === account)?.id
  // who has left by hand since is gone when that has to be seen
  if ((await settledLook(parts, look, (seen) => seen !== undefined)) === undefined) return
  const { operation, kind } = await hands.owner.removeAccount({ account })
  const after = await settledLook(parts, look, (seen) => seen === undefined)
  if (after !== undefined) throw new Error(`${operation} is ${kind}, and ${account} is a member`)
}
