import type { Hands } from './effect.ts'
import { isOpen, type Ledger } from './ledger.ts'
import { invited } from './membership-effects.ts'
import type { Proofs } from './taking-back.ts'

/**
 * One invitation that outlives the case that sent it, since services count them by the day. It ends before the account
 * that holds it plays another part, and with the run.
 */
export interface HeldInvitation {
  /** who holds it; undefined where nobody does */
  readonly holder: () => string | undefined
  /** sees to it that an account holds it: the one that stands, or one that is sent now */
  readonly hold: (account: string, send: () => Promise<string>) => Promise<void>
  readonly end: () => Promise<void>
}

/** What an invitation is held with. */
export interface HeldParts {
  readonly ledger: Ledger
  readonly proofs: Proofs
  /** the hands of the management account */
  readonly hands: () => Hands
  /** takes back one write */
  readonly takeBack: (number: number) => Promise<void>
}

interface Held {
  readonly account: string
  readonly id: string
  readonly number: number
}

/** Nobody holds any yet; `isHeld` tells the write that no case takes back. */
export function openHeldInvitation({ ledger, proofs, hands, takeBack }: HeldParts): {
  readonly invitations: HeldInvitation
  readonly isHeld: (number: number) => boolean
} {
  let held: Held | undefined
  const stands = async (account: string): Promise<boolean> =>
    held?.account === account && (await invited.find?.(hands(), held.id)) === held.id
  const end = async (): Promise<void> => {
    const ended = held
    held = undefined
    if (ended !== undefined) await takeBack(ended.number)
  }
  return {
    isHeld: (number) => number === held?.number,
    invitations: {
      holder: () => held?.account,
      hold: async (account, send) => {
        if (await stands(account)) return
        await end()
        const id = await send()
        const write = [...ledger.writes.values()].find((one) => one.id === id && isOpen(one))
        // what is not known to be taken back stands for as short as it can
        if (write === undefined || proofs.of('inviteAccount') !== 'proven') return
        held = { account, id, number: write.number }
      },
      end,
    },
  }
}
