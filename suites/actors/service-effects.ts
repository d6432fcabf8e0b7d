import { Unmet } from '../verdict/unmet.ts'
import type { RehearsalKit, Reversible } from './effect.ts'
import { entriesOf } from './look.ts'

/** A service that is trusted is trusted no longer. */
export const trusted: Reversible<'trust'> = {
  kind: 'reversible',
  look: async (hands, { service }) =>
    (await entriesOf(hands, 'trusted', {}))?.find((one) => one.service === service)?.service,
  undo: ({ actor }, args) => actor.distrust(args),
  rehearse: async (kit) => ({ service: await untrusted(kit) }),
}

/** An account that was registered for a service is deregistered. */
export const delegated: Reversible<'delegate'> = {
  kind: 'reversible',
  look: async (hands, { account, service }) =>
    (await entriesOf(hands, 'delegates', { service }))?.find(({ id }) => id === account)?.id,
  undo: ({ actor }, args) => actor.undelegate(args),
  rehearse: async (kit) => {
    const account = kit.member()
    const service = await untrusted(kit)
    await kit.make('trust', { service })
    return { account, service }
  },
}

const untrusted = async (kit: RehearsalKit): Promise<string> => {
  const known = (await entriesOf(kit, 'trusted', {})) ?? []
  const found = kit.profile.services.find((name) => !known.some(({ service }) => service === name))
  if (found === undefined) {
    throw new Unmet('SETUP_FAILED', 'the organization trusts every service already')
  }
  return found
}
