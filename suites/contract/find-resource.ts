import type { Ingredient } from '../../specs/vendor/request-template.ts'
import type { Item, ListVerb, Args } from '../../specs/vocabulary/verbs.ts'
import { whole } from '../actors/actor.ts'
import { given } from '../verdict/outcome.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'
import { tagTypeState } from './create-policy.ts'
import type { Made, Maker, Workshop } from './prerequisites.ts'

/** How each ingredient is found where nothing may be written: the first that is listed. */
export const finders: Readonly<Record<Ingredient, Maker>> = {
  organization: async ({ owner }) => {
    const { id, management } = given(await (await owner()).getOrganization())
    return { fields: { id, management } }
  },
  billingOrganization: () => nowhere('organization for the common bill alone'),
  root: async ({ stage, owner }) => ({ fields: { id: await stage.cast.root(await owner()) } }),
  unit: async (workshop) => {
    const parent = await rootOf(workshop)
    const { id, name } = await first(workshop, 'listUnits', { parent })
    return { fields: { id, name: name ?? '', parent } }
  },
  member: async (workshop) => {
    const owner = await workshop.owner()
    const { management } = given(await owner.getOrganization())
    const accounts = given(await whole(owner, 'listAccounts', {}))
    const member = accounts.find(({ id }) => id !== management) ?? (await nowhere('member account'))
    const parent = async () => (await first(workshop, 'listParents', { child: member.id })).id
    return { fields: { id: member.id, email: member.email ?? '', parent, document: '' } }
  },
  housedMember: () => nowhere('member that stands in a unit'),
  invitedMember: () => nowhere('member that may leave'),
  standalone: () => nowhere('account in no organization'),
  invitationSent: async (workshop) => {
    const { id, parties } = await first(workshop, 'listSentInvitations', {})
    const target = parties?.find(({ kind }) => kind === 'account')?.id ?? ''
    return { fields: { id, target } }
  },
  creation: async (workshop) => {
    const { id } = await first(workshop, 'listAccountCreations', {})
    return { fields: { id } }
  },
  policy: async (workshop) => policyFound(workshop),
  attachedPolicy: async (workshop) => {
    const target = await rootOf(workshop)
    const { id } = await first(workshop, 'listPoliciesOn', { target, type: 'control' })
    return { fields: { id, target } }
  },
  policyType: (workshop) => typeFound(workshop, true),
  disabledPolicyType: (workshop) => typeFound(workshop, false),
  effectivePolicy: async ({ use }) => {
    await use('policyType')
    const { fields } = await use('member')
    return { fields: { target: fields['id'] ?? '' } }
  },
  resourcePolicy: async ({ owner }) => {
    const { id } = given(await (await owner()).getResourcePolicy())
    return { fields: { id } }
  },
  trustedService: async (workshop) => {
    const { service } = await first(workshop, 'listTrustedServices', {})
    return { fields: { service } }
  },
  delegate: async (workshop) => {
    const { id: account } = await first(workshop, 'listDelegates', {})
    const { service } = await first(workshop, 'listDelegations', { account })
    return { fields: { account, service } }
  },
  tag: async (workshop) => {
    const { fields } = await workshop.use('unit')
    const resource = fields['id'] as string
    const { key, value } = await first(workshop, 'listTags', { resource })
    return { fields: { resource, key, value } }
  },
}

const nowhere = (what: string): Promise<never> =>
  Promise.reject(new Unmet('SETUP_FAILED', `read-only mode finds no ${what}`))

const rootOf = async ({ stage, owner }: Workshop): Promise<string> => stage.cast.root(await owner())

const first = async <V extends ListVerb>(
  { owner }: Workshop,
  verb: V,
  args: Omit<Args<V>, 'token'>,
): Promise<Item<V>> => {
  const [item] = given(await whole(await owner(), verb, args))
  return item ?? nowhere(`entry in the list of ${verb}`)
}

const policyFound = async (workshop: Workshop): Promise<Made> => {
  const { id, name } = await first(workshop, 'listPolicies', { type: 'control' })
  const content = async () =>
    given(await (await workshop.owner()).getPolicy({ policy: id })).content ?? ''
  return { fields: { id, name: name ?? '', content } }
}

const typeFound = async (workshop: Workshop, enabled: boolean): Promise<Made> => {
  const state = await tagTypeState(await workshop.owner())
  if ((state === 'enabled') !== enabled) await nowhere('root in which the policy type stands so')
  return { fields: { root: await rootOf(workshop) } }
}
