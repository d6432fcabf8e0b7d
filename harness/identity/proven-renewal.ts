import type { Renew } from '../../suites/client/renewal.ts'
import { sleep } from '../../suites/client/stop.ts'
import type { KeptCredentials, Principal } from '../../suites/client/target.ts'
import { askPrincipals, type AskingParts } from './ask-principals.ts'
import { isProven } from './identity-problems.ts'
import { needsProof } from './principals.ts'

/** Milliseconds that fresh credentials are waited for: whoever gets them may ask a service, or a human. */
const longest = 60_000

/**
 * Gets fresh credentials as `renew` does, and only those of the same account: where whose the first were had to be proven, that is
 * asked of the fresh ones, too. Undefined where there are none in a minute. No stop ends it: what was written is taken back
 * with them. Never rejects.
 */
export function provenRenewal(
  renew: Renew,
  { vendor, target }: Pick<AskingParts, 'vendor' | 'target'>,
): Renew {
  return async (who) => {
    const credentials = await inTime(renew(who))
    if (credentials === undefined || !needsProof(target)) return credentials
    const management: Principal = { ...who, credentials }
    const { signal: stopped } = new AbortController()
    const parts = { vendor, target, stopped, pause: sleep }
    const [told] = await askPrincipals(parts, { mode: 'single', management })
    return told !== undefined && isProven(told) ? credentials : undefined
  }
}

const inTime = async (
  asked: Promise<KeptCredentials | undefined>,
): Promise<KeptCredentials | undefined> => {
  const over = new AbortController()
  try {
    return await Promise.race([asked, sleep(longest, over.signal).then(() => undefined)])
  } catch {
    // what it says may quote a secret
    return undefined
  } finally {
    over.abort()
  }
}
