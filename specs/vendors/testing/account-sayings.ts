import type { AccountRecord } from '../../model/world.ts'
import type { Args, NewAccount } from '../../vocabulary/verbs.ts'
import { every, some, type Known } from './known.ts'
import { pages, plain, type Sayings } from './sayings.ts'
import { most } from './scope.ts'
import { taggings, wrongTags } from './tag-sayings.ts'

/** Accounts that are created, closed and sent away, and the services that they look after. */
export const accountSayings: Sayings<
  | 'createAccount'
  | 'getAccountCreation'
  | 'listAccountCreations'
  | 'getAccount'
  | 'listAccounts'
  | 'listAccountsIn'
  | 'closeAccount'
  | 'removeAccount'
  | 'leaveOrganization'
  | 'enableServiceAccess'
  | 'disableServiceAccess'
  | 'listTrustedServices'
  | 'registerDelegate'
  | 'deregisterDelegate'
  | 'listDelegates'
  | 'listDelegations'
> = {
  createAccount: creations,
  getAccountCreation: (known) => some(known.creations).map((creation) => ({ creation })),
  listAccountCreations: () => [...pages({}), { states: ['running'] }, { states: ['failed'] }],
  getAccount: ({ accounts }) => [
    ...some(accounts).map((account) => ({ account })),
    ...accounts.good.slice(0, 1).map((account) => ({ account, contact: true })),
  ],
  listAccounts: () => [...pages({}), { contact: true }],
  listAccountsIn: ({ parents }) => some(parents).map((parent) => ({ parent })),
  closeAccount: ofEach,
  removeAccount: ofEach,
  leaveOrganization: plain,
  enableServiceAccess: services,
  disableServiceAccess: services,
  listTrustedServices: () => pages({}),
  registerDelegate: delegations,
  deregisterDelegate: delegations,
  listDelegates: (known) => [{}, ...services(known)],
  listDelegations: ofEach,
}

function ofEach({ accounts }: Known): readonly { readonly account: string }[] {
  return every(accounts).map((account) => ({ account }))
}

function services({ scope: { values } }: Known): readonly { readonly service: string }[] {
  return [{ service: values.service }, { service: values.unknown('service') }]
}

function delegations(known: Known): readonly Args<'registerDelegate'>[] {
  const [{ service } = { service: '' }, ...unknown] = services(known)
  return [
    ...ofEach(known).map(({ account }) => ({ account, service })),
    ...unknown.map((one) => ({ account: known.organization.management, ...one })),
  ]
}

/** At most one account is made in a walk, and few creations are begun. */
export function creations(known: Known): readonly NewAccount[] {
  const { scope, state, organization } = known
  if (organization.creations.size >= most.creations) return []
  const name = 'Made'
  const taken = { name, email: `${scope.callers[1]}@example.com` }
  const role = `${scope.context.rules.reservedRolePrefix ?? ''}Role`
  const isMade = ({ id }: AccountRecord): boolean => !scope.callers.includes(id)
  const made = [...state.world.accounts.values()].some(isMade)
  const fresh = { name, email: made ? taken.email : 'made@example.org' }
  const wrong = wrongTags(known).map((tags) => ({ ...taken, tags }))
  if (made) return [taken, { ...taken, role }, ...wrong]
  return [
    fresh,
    { name },
    { ...fresh, notes: 'noted' },
    ...taggings(known).map((tags) => ({ ...fresh, tags })),
    taken,
    { ...taken, role },
    ...wrong,
  ]
}
