import { say, type Role, type Saying, type Values } from './saying.ts'

const kinds = ['unit', 'account']

/** What is looked at of any place that policies hang on, and tags. */
const ofNode = (name: string, { types }: Values): readonly Saying[] => [
  say('listTags', { resource: `$${name}` }),
  ...types.slice(0, 2).map((type) => say('listPoliciesOn', { target: `$${name}`, type })),
]

const ofParent = (name: string, values: Values): readonly Saying[] => [
  say('listUnits', { parent: `$${name}` }),
  say('listAccountsIn', { parent: `$${name}` }),
  ...kinds.map((kind) => say('listChildren', { parent: `$${name}`, kind })),
  ...ofNode(name, values),
]

const ofUnit = (name: string, values: Values): readonly Saying[] => [
  say('getUnit', { unit: `$${name}` }),
  say('listParents', { child: `$${name}` }),
  ...ofParent(name, values),
]

const ofAccount = (name: string, values: Values): readonly Saying[] => [
  say('getAccount', { account: `$${name}` }),
  say('listParents', { child: `$${name}` }),
  say('listDelegations', { account: `$${name}` }),
  ...values.types
    .slice(1, 2)
    .map((type) => say('getEffectivePolicy', { type, target: `$${name}` })),
  ...ofNode(name, values),
  say('getOrganization', {}, { by: name as Role }),
  say('listReceivedInvitations', {}, { by: name as Role }),
]

const ofPolicy = (name: string): readonly Saying[] => [
  say('getPolicy', { policy: `$${name}` }),
  say('listTargetsOf', { policy: `$${name}` }),
  say('listTags', { resource: `$${name}` }),
]

const ofOrganization = ({ types, services }: Values): readonly Saying[] => [
  say('getOrganization', {}),
  say('listRoots', {}),
  say('listAccounts', {}),
  say('listSentInvitations', {}),
  say('listAccountCreations', {}),
  say('listTrustedServices', {}),
  say('listDelegates', {}),
  ...services.slice(0, 2).map((service) => say('listDelegates', { service })),
  ...types.slice(0, 2).map((type) => say('listPolicies', { type })),
]

/** How a kind of thing is looked at. */
type Looks = (name: string, values: Values) => readonly Saying[]

const ofInvitation: Looks = (name) => {
  const args = { invitation: `$${name}` }
  const [, guest] = name.split(' ')
  return [say('getInvitation', args), say('getInvitation', args, { by: guest as Role })]
}

const byKind: Readonly<Record<string, Looks>> = {
  organization: (_, values) => ofOrganization(values),
  root: ofParent,
  unit: ofUnit,
  policy: ofPolicy,
  invitation: ofInvitation,
  ann: ofAccount,
  bob: ofAccount,
  made: ofAccount,
}

/** How what has a name is looked at, and by whom. */
export function looksAt(name: string, values: Values): readonly Saying[] {
  const [kind = ''] = name.split(' ')
  return Object.hasOwn(byKind, kind) ? (byKind[kind]?.(name, values) ?? []) : []
}
