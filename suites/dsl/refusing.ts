import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Outcome } from '../verdict/outcome.ts'
import type { Traceless } from './traces.ts'

/** A request that ought to be refused. */
export type Unfit = () => Promise<Outcome<unknown>>

/**
 * Requests that ought to be refused, of which nothing is left. Those that may not be sent here are left out. Where one is
 * carried out, nobody can tell its doing from that of the refused ones: throws `PrerequisiteMissing`, as it does where
 * none was refused.
 */
export function refusing<K extends string>(key: K, requests: readonly Unfit[]): Traceless<K> {
  return {
    key,
    perform: async () => {
      let refused = 0
      for (const [index, request] of requests.entries()) {
        const outcome = await orUnsent(request)
        if (outcome === undefined || outcome.kind === 'unimplemented') continue
        if (outcome.kind === 'refused') refused += 1
        else {
          const which = `request ${index + 1} of ${requests.length}`
          const { exchange, operation } = outcome
          const reason = `${operation} is not refused, but ${outcome.kind} (${which})`
          throw new PrerequisiteMissing('SETUP_FAILED', reason, [exchange])
        }
      }
      if (refused === 0) throw new PrerequisiteMissing('SETUP_FAILED', 'nothing was refused')
    },
  }
}

/** What came of a request; undefined where it may not be sent. */
const orUnsent = async (request: Unfit): Promise<Outcome<unknown> | undefined> => {
  try {
    return await request()
  } catch (error) {
    if (error instanceof PrerequisiteMissing && error.code === 'DANGER_DENIED') return undefined
    throw error
  }
}
