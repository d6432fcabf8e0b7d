import type { Resource } from '../../specs/vendor/request-template.ts'
import type { Item, ListVerb, Args } from '../../specs/vocabulary/verbs.ts'
import { listAll } from '../actors/list-all.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import { tagTypeState } from './create-policy.ts'
import type { CreatedResource, CreateResource, ResourceFactory } from './created-resource.ts'
import { ownFinders } from './own/own-resources.ts'
import { serviceFound } from './untrusted-service.ts'

/** How each resource is found where nothing may be written: the first that is listed. */
export const finders: Readonly<Record<Resource, CreateResource>> = {
  organization: async ({ owner }) => {
    const { id, management } = given(await (await owner()).getOrganization())
    return { fields: { id, management } }
  },
  billingOrganization: () => nowhere('organization for the common bill alone'),
  root: async ({ context, owner }) => ({
    fields: { id: await context.actors.root(await owner()) },
  }),
  unit: async (factory) => {
    const parent = await rootOf(factory)
    const { id, name } = await first(factory, 'listUnits', { parent })
    return { fields: { id, name: name ?? '', parent } }
  },
  member: async (factory) => {
    const owner = await factory.owner()
    const { management } = given(await owner.getOrganization())
    const accounts = given(await listAll(owner, 'listAccounts', {}))
    const member = accounts.find(({ id }) => id !== management) ?? (await nowhere('member account'))
    const parent = async () => (await first(factory, 'listParents', { child: member.id })).id
    return { fields: { id: member.id, email: member.email ?? '', parent, document: '' } }
  },
  housedMember: () => nowhere('member that stands in a unit'),
  invitedMember: () => nowhere('member that may leave'),
  standalone: () => nowhere('account in no organization'),
  invitationSent: async (factory) => {
    const { id, parties } = await first(factory, 'listSentInvitations', {})
    const target = parties?.find(({ kind }) => kind === 'account')?.id ?? ''
    return { fields: { id, target } }
  },
  creation: async (factory) => {
    const { id } = await first(factory, 'listAccountCreations', {})
    return { fields: { id } }
  },
  policy: async (factory) => policyFound(factory),
  // what is attached already tells that the type is on
  controlType: async (factory) => ({ fields: { root: await rootOf(factory) } }),
  attachedPolicy: async (factory) => {
    const target = await rootOf(factory)
    const { id } = await first(factory, 'listPoliciesOn', { target, type: 'control' })
    return { fields: { id, target } }
  },
  policyType: (factory) => typeFound(factory, true),
  disabledPolicyType: (factory) => typeFound(factory, false),
  effectivePolicy: async ({ use }) => {
    await use('policyType')
    const { fields } = await use('member')
    return { fields: { target: fields['id'] ?? '' } }
  },
  untrustedService: serviceFound,
  trustedService: async (factory) => {
    const { service } = await first(factory, 'listTrustedServices', {})
    return { fields: { service } }
  },
  delegate: async (factory) => {
    const { id: account } = await first(factory, 'listDelegates', {})
    const { service } = await first(factory, 'listDelegations', { account })
    return { fields: { account, service } }
  },
  tag: async (factory) => {
    const { fields } = await factory.use('unit')
    const resource = fields['id'] as string
    const { key, value } = await first(factory, 'listTags', { resource })
    return { fields: { resource, key, value } }
  },
  ...ownFinders,
}

const nowhere = (what: string): Promise<never> =>
  Promise.reject(new PrerequisiteMissing('SETUP_FAILED', `read-only mode finds no ${what}`))

const rootOf = async ({ context, owner }: ResourceFactory): Promise<string> =>
  context.actors.root(await owner())

const first = async <V extends ListVerb>(
  { owner }: ResourceFactory,
  verb: V,
  args: Omit<Args<V>, 'token'>,
): Promise<Item<V>> => {
  const [item] = given(await listAll(await owner(), verb, args))
  return item ?? nowhere(`entry in the list of ${verb}`)
}

const policyFound = async (factory: ResourceFactory): Promise<CreatedResource> => {
  const { id, name } = await first(factory, 'listPolicies', { type: 'control' })
  const content = async () =>
    given(await (await factory.owner()).getPolicy({ policy: id })).content ?? ''
  return { fields: { id, name: name ?? '', content } }
}

const typeFound = async (factory: ResourceFactory, enabled: boolean): Promise<CreatedResource> => {
  const state = await tagTypeState(await factory.owner())
  if ((state === 'enabled') !== enabled) await nowhere('root in which the policy type stands so')
  return { fields: { root: await rootOf(factory) } }
}
