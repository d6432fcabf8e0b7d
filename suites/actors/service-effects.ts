import type { Profile } from '../../specs/profile.ts'
import type { Hand } from '../actor.ts'
import { Unmet } from '../unmet.ts'
import type { Reversible } from './effect.ts'
import { entriesOf } from './look.ts'

/** A service that is trusted is trusted no longer. */
export const trusted: Reversible<'trust'> = {
  kind: 'reversible',
  look: async ({ owner }, { service }) =>
    (await entriesOf(owner, 'trusted', {}))?.find((one) => one.service === service)?.service,
  undo: ({ actor }, args) => actor.distrust(args),
  rehearse: async ({ owner, profile }) => ({ service: await untrusted(owner, profile) }),
}

/** An account that was registered for a service is deregistered. */
export const delegated: Reversible<'delegate'> = {
  kind: 'reversible',
  look: async ({ owner }, { account, service }) =>
    (await entriesOf(owner, 'delegates', { service }))?.find(({ id }) => id === account)?.id,
  undo: ({ actor }, args) => actor.undelegate(args),
  rehearse: async ({ owner, profile, member, make }) => {
    const account = member()
    const service = await untrusted(owner, profile)
    await make('trust', { service })
    return { account, service }
  },
}

const untrusted = async (owner: Hand, { services }: Profile): Promise<string> => {
  const known = (await entriesOf(owner, 'trusted', {})) ?? []
  const found = services.find((name) => !known.some(({ service }) => service === name))
  if (found === undefined) {
    throw new Unmet('SETUP_FAILED', 'the organization trusts every service already')
  }
  return found
}
