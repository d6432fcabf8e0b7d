import type { LearningRedaction } from '../../suites/client/redaction.ts'
import type { Renew } from '../../suites/client/renewal.ts'
import type { RenewAt } from './suite-channel.ts'
import type { TestedTarget } from './targets.ts'

/** A target whose secrets may become more. */
export type LearningTarget = TestedTarget & { readonly redaction: LearningRedaction }

/** Gets fresh credentials for whoever asks the targets; from then on they are taken out of whatever is told of them. */
export function renewerFor(tested: readonly LearningTarget[], renew: Renew): RenewAt {
  return async (name, account) => {
    const one = tested.find(({ target }) => target.name === name)
    if (one === undefined || one.target.accounts.mode === 'any') return undefined
    const { provenRenewal } = await import('../identity/proven-renewal.ts')
    const { principalsIn } = await import('../identity/principals.ts')
    const named = principalsIn(one.target.accounts).find(
      ({ principal }) => principal.account === account,
    )
    if (named === undefined) return undefined
    const credentials = await provenRenewal(renew, one)(named.principal)
    if (credentials !== undefined) one.redaction.learn({ ...named.principal, credentials })
    return credentials
  }
}
