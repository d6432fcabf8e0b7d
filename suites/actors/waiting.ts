import type { Patience } from '../client/patience.ts'

/** What somebody waits for who waits long. */
export interface LongWait {
  readonly for: keyof Patience
  /** so far */
  readonly seconds: number
  /** what somebody has to do by hand, where it is not the endpoint that is waited for */
  readonly asks?: string
}

/** Something that comes about by itself, and whose patience it takes. */
export interface Awaited {
  readonly kind: keyof Patience
  /** the same for whatever a case waits for at the same place */
  readonly what: string
}

/** How a case waits for what comes about by itself. */
export interface Waiting {
  readonly pause: (milliseconds: number) => Promise<void>
  /** milliseconds for which it was waited for in vain before, so that it is not waited for again */
  readonly ranOut: (awaited: Awaited) => number | undefined
  /** milliseconds that are waited at most */
  readonly limit: (awaited: Awaited) => number
  /** tells people what they have to do by hand */
  readonly asks: (text: string) => void
  /** hears how long somebody has been waiting already */
  readonly waited: (awaited: Awaited, milliseconds: number) => void
  /** hears that something came about, or did not in time */
  readonly ended: (awaited: Awaited, settled: boolean) => void
}

/** What a whole run waits with. */
export interface WaitingParts {
  readonly pause: (milliseconds: number) => Promise<void>
  readonly patience: Patience
  /** hears of waits that take long */
  readonly long: (wait: LongWait) => void
}

/** What never came about so many times in a row is not waited for that long any more. */
const inVain = 3
/** Milliseconds that are still waited where waiting was in vain before. */
export const shortWait = 10_000
/** Milliseconds after which a wait is told, and told again. */
const telling = 10_000

/** The waiting of a run: what one case learned, the others need not wait for. */
export function openWaiting({ pause, patience, long }: WaitingParts): Waiting {
  const vain = new Map<keyof Patience, number>()
  const told = new Map<keyof Patience, number>()
  return {
    pause,
    ranOut: () => undefined,
    limit: ({ kind }) => {
      const most = patience[kind] * 1000
      return (vain.get(kind) ?? 0) < inVain ? most : Math.min(most, shortWait)
    },
    asks: (asks) => long({ for: 'creation', seconds: 0, asks }),
    waited: ({ kind }, milliseconds) => {
      // several wait for the same kind of thing: who waits longest is told of
      if (milliseconds < (told.get(kind) ?? 0) + telling) return
      told.set(kind, milliseconds)
      long({ for: kind, seconds: Math.round(milliseconds / 1000) })
    },
    ended: ({ kind }, settled) => {
      vain.set(kind, settled ? 0 : (vain.get(kind) ?? 0) + 1)
      if (settled) told.delete(kind)
    },
  }
}
