import type { Resource } from '../../specs/vendor/request-template.ts'
import type { Actor } from '../actors/actor.ts'
import { listAll } from '../actors/list-all.ts'
import { joinByInvitation } from '../actors/membership.ts'
import { resourceDocument } from '../actors/resource-document.ts'
import { settle } from '../actors/settle.ts'
import type { CaseContext } from '../case/case-context.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given } from '../verdict/outcome.ts'
import { createdOrFound } from './create-account.ts'
import { createOwnPolicy, disabledType, enabledType } from './create-policy.ts'
import type { CreatedResource, CreateResource, ResourceFactory } from './created-resource.ts'
import { ownCreators } from './own/own-resources.ts'
import { serviceFound, untrustedService } from './untrusted-service.ts'

/** How each resource is made, by the management account unless it needs somebody else. */
export const creators: Readonly<Record<Resource, CreateResource>> = {
  organization: (factory) => organizationOf(factory),
  billingOrganization: (factory) => organizationOf(factory),
  root: async ({ context, owner }) => ({
    fields: { id: await context.actors.root(await owner()) },
  }),
  unit: async ({ context, owner }) => {
    const manager = await owner()
    const { id: parent } = await context.actors.workspace(manager)
    const name = context.fresh.name('unit')
    const { id } = given(await manager.createUnit({ parent, name }))
    return { fields: { id, name, parent } }
  },
  member: async ({ context, owner }) => {
    const manager = await owner()
    return memberMade(context, manager, await context.actors.member(manager))
  },
  housedMember: async ({ context, owner, use }) => {
    const manager = await owner()
    const actor = await context.actors.member(manager)
    const parent = await textOf(await use('unit'), 'id')
    const [from] = given(await listAll(manager, 'listParents', { child: actor.id }))
    if (from === undefined)
      throw new PrerequisiteMissing('SETUP_FAILED', 'the member has no parent')
    given(await manager.moveAccount({ account: actor.id, from: from.id, to: parent }))
    return { actor, fields: { id: actor.id, parent } }
  },
  invitedMember: async ({ context, owner }) => {
    const manager = await owner()
    const guest = await context.actors.standalone()
    return memberMade(context, manager, await joinByInvitation(manager, guest))
  },
  standalone: async ({ context }) => {
    const actor = await context.actors.standalone()
    return { fields: { id: actor.id, email: actor.principal.email ?? '' }, actor }
  },
  invitationSent: async ({ context, owner }) => {
    const actor = await context.actors.standalone()
    const target = { kind: 'account', id: actor.id } as const
    const { id } = given(await (await owner()).inviteAccount({ target }))
    return { fields: { id, target: actor.id }, actor }
  },
  creation: createdOrFound,
  policy: async ({ context, owner }) => createOwnPolicy(context, await owner(), 'control'),
  attachedPolicy: async ({ context, owner, use }) => {
    const manager = await owner()
    await use('controlType')
    const { id } = (await createOwnPolicy(context, manager, 'control')).fields
    const target = await textOf(await use('unit'), 'id')
    given(await manager.attachPolicy({ policy: id, target }))
    return { fields: { id, target } }
  },
  controlType: (factory) => enabledType(factory, 'control'),
  policyType: (factory) => enabledType(factory, 'tag'),
  disabledPolicyType: disabledType,
  effectivePolicy: async ({ context, owner, use }) => {
    const manager = await owner()
    const root = await textOf(await use('policyType'), 'root')
    const member = await textOf(await use('member'), 'id')
    const { id } = (await createOwnPolicy(context, manager, 'tag')).fields
    given(await manager.attachPolicy({ policy: id, target: root }))
    await settle(
      {
        what: 'the effective policy of',
        id: member,
        look: () => manager.getEffectivePolicy({ type: 'tag', target: member }),
        until: () => true,
      },
      context.waiting,
    )
    return { fields: { target: member } }
  },
  untrustedService: serviceFound,
  trustedService: async ({ context, owner }) => {
    const manager = await owner()
    const service = await untrustedService(context, manager)
    given(await manager.enableServiceAccess({ service }))
    return { fields: { service } }
  },
  delegate: async ({ context, owner, use }) => {
    const manager = await owner()
    const service = await textOf(await use('trustedService'), 'service')
    const { id: account } = await context.actors.delegate(manager)
    given(await manager.registerDelegate({ account, service }))
    return { fields: { account, service } }
  },
  tag: async ({ context, owner, use }) => {
    const resource = await textOf(await use('unit'), 'id')
    const tag = { key: context.fresh.name('key'), value: context.fresh.name('value') }
    given(await (await owner()).tagResource({ resource, tags: [tag] }))
    return { fields: { resource, ...tag } }
  },
  ...ownCreators,
}

const organizationOf = async ({ owner }: ResourceFactory): Promise<CreatedResource> => {
  const { id, management } = given(await (await owner()).getOrganization())
  return { fields: { id, management } }
}

const memberMade = (context: CaseContext, owner: Actor, actor: Actor): CreatedResource => ({
  actor,
  fields: {
    id: actor.id,
    email: async () => given(await owner.getAccount({ account: actor.id })).email ?? '',
    parent: async () => {
      const [parent] = given(await listAll(owner, 'listParents', { child: actor.id }))
      if (parent === undefined)
        throw new PrerequisiteMissing('SETUP_FAILED', 'the member has no parent')
      return parent.id
    },
    document: () => Promise.resolve(resourceDocument(context.vendor.profile, actor.id)),
  },
})

/** A field of a resource as text. */
export async function textOf({ fields }: CreatedResource, name: string): Promise<string> {
  const field = fields[name]
  if (field === undefined) throw new Error(`a resource has no field ${name}`)
  return typeof field === 'string' ? field : field()
}
