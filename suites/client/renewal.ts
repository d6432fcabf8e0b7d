import type { KeptCredentials, Principal } from './target.ts'

/** Gets fresh credentials of a principal; undefined where there are none but those it has. */
export type Renew = (who: Principal) => Promise<KeptCredentials | undefined>

/** Whether an answer says that credentials have expired, or that this is one of several things that it may mean. */
export type Expiry = 'surely' | 'perhaps'

/** Keeps what principals sign with good for as long as a run takes. */
export interface Renewal {
  /** a principal with the credentials that it has now: fresh ones where its own are about to expire */
  readonly current: (who: Principal) => Promise<Principal>
  /** the same after its credentials were refused as expired; undefined where there are no others */
  readonly renewed: (who: Principal, expiry: Expiry) => Promise<Principal | undefined>
  /** why nothing can be sent as a principal any more, in words for people; undefined where something can */
  readonly whyVain: (who: Principal) => string | undefined
}

/** How credentials are renewed. */
export interface RenewalParts {
  readonly renew: Renew
  /** hears of fresh credentials before anything is signed with them */
  readonly learn: (who: Principal) => void
  /** milliseconds since 1970 */
  readonly now: () => number
}

/** So many milliseconds before they expire credentials are renewed: clocks differ, and an exchange takes its time. */
const margin = 2 * 60_000
/** Who had none is not asked again for so many milliseconds. */
const rest = 60_000

/** Opens the renewal of a target's principals. Only temporary credentials expire; for all who wait it is asked once. */
export function openRenewal(parts: RenewalParts): Renewal {
  const { now } = parts
  const known = new Map<string, KeptCredentials>()
  const vain = new Set<string>()
  const withKnown = (who: Principal): Principal => {
    const credentials = known.get(who.account)
    return credentials === undefined ? who : { ...who, credentials }
  }
  const ask = askingOnce(parts, known)
  // somebody else may have got fresh ones meanwhile
  const isOld = (who: Principal): boolean => !isSame(withKnown(who).credentials, who.credentials)
  return {
    current: async (who) => {
      const latest = withKnown(who)
      if (!isEnding(latest, now())) return latest
      await ask(latest)
      return withKnown(who)
    },
    renewed: async (who, expiry) => {
      if (isOld(who) || (await ask(who))) return withKnown(who)
      if (expiry === 'surely') vain.add(who.account)
      return undefined
    },
    whyVain: (who) => (vain.has(who.account) ? expiredOf(who) : undefined),
  }
}

/** Gets fresh credentials, and keeps them: whether there were any. All who ask at a time wait for the same. */
const askingOnce = (
  { renew, learn, now }: RenewalParts,
  known: Map<string, KeptCredentials>,
): ((who: Principal) => Promise<boolean>) => {
  const asking = new Map<string, Promise<boolean>>()
  const inVain = new Map<string, number>()
  const ask = async (who: Principal): Promise<boolean> => {
    const fresh = await renew(who)
    const isFresh = fresh !== undefined && !isSame(fresh, who.credentials)
    if (!isFresh) {
      inVain.set(who.account, now())
      return false
    }
    learn({ ...who, credentials: fresh })
    known.set(who.account, fresh)
    return true
  }
  return (who) => {
    const { account } = who
    const underWay = asking.get(account)
    if (underWay !== undefined) return underWay
    const last = inVain.get(account)
    if (last !== undefined && now() - last < rest) return Promise.resolve(false)
    const asked = ask(who).finally(() => asking.delete(account))
    asking.set(account, asked)
    return asked
  }
}

const isSame = (one: KeptCredentials, other: KeptCredentials): boolean => one.token === other.token

const isEnding = ({ credentials: { token, expires } }: Principal, now: number): boolean =>
  token !== undefined && expires !== undefined && now > expires - margin

/** That nobody has other credentials, in words for people. */
export function expiredOf({ account }: Pick<Principal, 'account'>): string {
  return `the credentials of the account ${account} have expired, and there are no others`
}
