import type { Ingredient } from '../../specs/vendor/request-template.ts'
import { whole, type Actor } from '../actors/actor.ts'
import { joinByInvitation, settledCreation } from '../actors/membership.ts'
import { given } from '../verdict/outcome.ts'
import { settle } from '../actors/settle.ts'
import type { Stage } from '../case/case-context.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'
import { makePolicy, switchedType } from './create-policy.ts'
import type { Made, Maker, Workshop } from './prerequisites.ts'

/** How each ingredient is made, by the management account unless it needs somebody else. */
export const makers: Readonly<Record<Ingredient, Maker>> = {
  organization: (workshop) => organizationOf(workshop),
  billingOrganization: (workshop) => organizationOf(workshop),
  root: async ({ stage, owner }) => ({ fields: { id: await stage.cast.root(await owner()) } }),
  unit: async ({ stage, owner }) => {
    const boss = await owner()
    const { id: parent } = await stage.cast.ground(boss)
    const name = stage.fresh.name('unit')
    const { id } = given(await boss.createUnit({ parent, name }))
    return { fields: { id, name, parent } }
  },
  member: async ({ stage, owner }) => {
    const boss = await owner()
    return memberMade(stage, boss, await stage.cast.member(boss))
  },
  housedMember: async ({ stage, owner, use }) => {
    const boss = await owner()
    const actor = await stage.cast.member(boss)
    const parent = await textOf(await use('unit'), 'id')
    const [from] = given(await whole(boss, 'listParents', { child: actor.id }))
    if (from === undefined) throw new Unmet('SETUP_FAILED', 'the member has no parent')
    given(await boss.moveAccount({ account: actor.id, from: from.id, to: parent }))
    return { actor, fields: { id: actor.id, parent } }
  },
  invitedMember: async ({ stage, owner }) => {
    const boss = await owner()
    const guest = await stage.cast.standalone()
    return memberMade(stage, boss, await joinByInvitation(boss, guest))
  },
  standalone: async ({ stage }) => {
    const actor = await stage.cast.standalone()
    return { fields: { id: actor.id, email: actor.principal.email ?? '' }, actor }
  },
  invitationSent: async ({ stage, owner }) => {
    const actor = await stage.cast.standalone()
    const target = { kind: 'account', id: actor.id } as const
    const { id } = given(await (await owner()).inviteAccount({ target }))
    return { fields: { id, target: actor.id }, actor }
  },
  creation: async ({ stage, owner }) => {
    const boss = await owner()
    const { fresh } = stage
    const asked = given(
      await boss.createAccount({ name: fresh.name('account'), email: fresh.email() }),
    )
    const { id } = await settledCreation(boss, asked, stage.pause)
    return { fields: { id } }
  },
  policy: async ({ stage, owner }) => makePolicy(stage, await owner(), 'control'),
  attachedPolicy: async ({ stage, owner, use }) => {
    const boss = await owner()
    const { id } = (await makePolicy(stage, boss, 'control')).fields
    const target = await textOf(await use('unit'), 'id')
    given(await boss.attachPolicy({ policy: id, target }))
    return { fields: { id, target } }
  },
  policyType: (workshop) => switchedType(workshop, true),
  disabledPolicyType: (workshop) => switchedType(workshop, false),
  effectivePolicy: async ({ stage, owner, use }) => {
    const boss = await owner()
    const root = await textOf(await use('policyType'), 'root')
    const member = await textOf(await use('member'), 'id')
    const { id } = (await makePolicy(stage, boss, 'tag')).fields
    given(await boss.attachPolicy({ policy: id, target: root }))
    await settle(
      {
        what: `the effective policy of ${member}`,
        look: () => boss.getEffectivePolicy({ type: 'tag', target: member }),
        until: () => true,
      },
      stage.pause,
    )
    return { fields: { target: member } }
  },
  resourcePolicy: async ({ stage, owner }) => {
    const boss = await owner()
    const content = documentFor(stage, boss.id)
    const { id } = given(await boss.putResourcePolicy({ content }))
    return { fields: { id } }
  },
  trustedService: async ({ stage, owner }) => {
    const [service] = stage.vendor.profile.services
    given(await (await owner()).enableServiceAccess({ service }))
    return { fields: { service } }
  },
  delegate: async ({ owner, use }) => {
    const service = await textOf(await use('trustedService'), 'service')
    const account = await textOf(await use('member'), 'id')
    given(await (await owner()).registerDelegate({ account, service }))
    return { fields: { account, service } }
  },
  tag: async ({ stage, owner, use }) => {
    const resource = await textOf(await use('unit'), 'id')
    const tag = { key: stage.fresh.name('key'), value: 'yes' }
    given(await (await owner()).tagResource({ resource, tags: [tag] }))
    return { fields: { resource, ...tag } }
  },
}

const organizationOf = async ({ owner }: Workshop): Promise<Made> => {
  const { id, management } = given(await (await owner()).getOrganization())
  return { fields: { id, management } }
}

const memberMade = (stage: Stage, owner: Actor, actor: Actor): Made => ({
  actor,
  fields: {
    id: actor.id,
    email: async () => given(await owner.getAccount({ account: actor.id })).email ?? '',
    parent: async () => {
      const [parent] = given(await whole(owner, 'listParents', { child: actor.id }))
      if (parent === undefined) throw new Unmet('SETUP_FAILED', 'the member has no parent')
      return parent.id
    },
    document: () => Promise.resolve(documentFor(stage, actor.id)),
  },
})

/** The profile's resource policy with an account filled in. */
const documentFor = ({ vendor }: Stage, account: string): string => {
  const content = vendor.profile.resourcePolicyContent
  if (content === undefined) throw new Error(`${vendor.id} has no resource policy to put`)
  return content.replaceAll('{account}', account)
}

/** A field of an ingredient as text. */
export async function textOf({ fields }: Made, name: string): Promise<string> {
  const field = fields[name]
  if (field === undefined) throw new Error(`an ingredient has no field ${name}`)
  return typeof field === 'string' ? field : field()
}
