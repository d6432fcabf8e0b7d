import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { RehearsalKit, Reversible } from './effect.ts'
import { entriesOf } from './look.ts'

/** A service that is trusted is trusted no longer. */
export const trusted: Reversible<'enableServiceAccess'> = {
  kind: 'reversible',
  undoneBy: 'disableServiceAccess',
  shownBy: 'listTrustedServices',
  look: async (hands, { service }) =>
    (await entriesOf(hands, 'listTrustedServices', {}))?.find((one) => one.service === service)
      ?.service,
  undo: ({ actor }, args) => actor.disableServiceAccess(args),
  rehearse: async (kit) => ({ service: await untrusted(kit) }),
}

/** An account that was registered for a service is deregistered. */
export const delegated: Reversible<'registerDelegate'> = {
  kind: 'reversible',
  undoneBy: 'deregisterDelegate',
  shownBy: 'listDelegates',
  look: async (hands, { account, service }) =>
    (await entriesOf(hands, 'listDelegates', { service }))?.find(({ id }) => id === account)?.id,
  undo: ({ actor }, args) => actor.deregisterDelegate(args),
  rehearse: async (kit) => {
    const account = kit.member()
    const service = await untrusted(kit)
    await kit.make('enableServiceAccess', { service })
    return { account, service }
  },
}

const untrusted = async (kit: RehearsalKit): Promise<string> => {
  const known = (await entriesOf(kit, 'listTrustedServices', {})) ?? []
  const found = kit.profile.services.find((name) => !known.some(({ service }) => service === name))
  if (found === undefined) {
    throw new PrerequisiteMissing('SETUP_FAILED', 'the organization trusts every service already')
  }
  return found
}
