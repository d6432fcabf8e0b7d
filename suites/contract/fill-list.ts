import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { NeutralListVerb, Verb } from '../../specs/vocabulary/verbs.ts'
import type { Actor } from '../actors/actor.ts'
import { listAll } from '../actors/list-all.ts'
import { settledCreation } from '../actors/membership.ts'
import type { CaseContext } from '../case/case-context.ts'
import { given } from '../verdict/outcome.ts'
import { createOwnPolicy } from './create-policy.ts'
import type { Prerequisites } from './prerequisites.ts'
import { untrustedService } from './untrusted-service.ts'

/** Fills a list. `owner` manages the organization; `prerequisites` are those that the list is asked for with. */
export type FillList = (
  context: CaseContext,
  owner: Actor,
  prerequisites: Prerequisites,
) => Promise<void>

/** How a list gets several entries; `none`: it gets none, and why. */
type Filling = FillList | { readonly none: string }

const units: FillList = async (context, owner) => {
  const { id: parent } = await context.actors.workspace(owner)
  for (const noun of ['first', 'second', 'third']) {
    given(await owner.createUnit({ parent, name: context.fresh.name(noun) }))
  }
}

const members: FillList = async (context, owner) => {
  await context.actors.member(owner)
  await context.actors.member(owner)
}

const policies: FillList = async (context, owner) => {
  await createOwnPolicy(context, owner, 'control')
  await createOwnPolicy(context, owner, 'control')
}

const invitations: FillList = async (context, owner) => {
  for (let count = 0; count < 2; count += 1) {
    const { id } = await context.actors.standalone()
    given(await owner.inviteAccount({ target: { kind: 'account', id } }))
  }
}

/**
 * How every neutral list gets several entries, by the verb that asks for it. Without a filler nothing is asked about
 * its pages, so each says why it has none. The compiler misses the verb that is forgotten.
 */
const fillings: Readonly<Record<NeutralListVerb, Filling>> = {
  listRoots: { none: 'an organization has one root' },
  listParents: { none: 'a unit or an account has one parent' },
  listReceivedInvitations: {
    none: 'no check asks for its pages yet; each entry takes another organization',
  },
  listDelegates: { none: 'no check asks for its pages yet; each entry takes another member' },
  listTags: { none: 'no check asks for its pages yet' },
  listUnits: units,
  listChildren: units,
  listAccounts: members,
  listAccountsIn: members,
  listPolicies: policies,
  listPoliciesOn: async (context, owner, prerequisites) => {
    const target = await prerequisites.field('controlType', 'root')
    const { id } = (await createOwnPolicy(context, owner, 'control')).fields
    given(await owner.attachPolicy({ policy: id, target }))
  },
  listTargetsOf: async (context, owner, prerequisites) => {
    const policy = await prerequisites.field('attachedPolicy', 'id')
    const { id: parent } = await context.actors.workspace(owner)
    for (const noun of ['first', 'second']) {
      const unit = given(await owner.createUnit({ parent, name: context.fresh.name(noun) }))
      given(await owner.attachPolicy({ policy, target: unit.id }))
    }
  },
  listSentInvitations: invitations,
  listAccountCreations: async (context, owner) => {
    const { fresh } = context
    for (const noun of ['first', 'second']) {
      const asked = { name: fresh.name(noun), email: fresh.email() }
      // a creation that is still under way would look different from page to page
      await settledCreation(owner, given(await owner.createAccount(asked)), context)
    }
  },
  listTrustedServices: async ({ vendor }, owner) => {
    // trusting twice may be refused
    const known = given(await listAll(owner, 'listTrustedServices', {})).map(
      ({ service }) => service,
    )
    const wanted = vendor.profile.services.slice(0, 2).filter((service) => !known.includes(service))
    for (const service of wanted) given(await owner.enableServiceAccess({ service }))
  },
  listDelegations: async ({ vendor }, owner, prerequisites) => {
    const account = await prerequisites.field('delegate', 'account')
    const service = await untrustedService({ vendor }, owner)
    given(await owner.enableServiceAccess({ service }))
    given(await owner.registerDelegate({ account, service }))
  },
}

/**
 * What fills the list that an operation answers page by page; undefined where there is a reason for none. Throws where
 * nothing says either: our own mistake.
 */
export function fillerOf(
  { own }: Pick<Vendor, 'own'>,
  verb: Verb | undefined,
): FillList | undefined {
  const filling = own.find((one) => one.verb === verb)?.filling ?? { like: verb }
  const found = 'like' in filling ? neutralFilling(filling.like) : filling
  if (found === undefined)
    throw new Error(
      `${verb ?? 'no verb'} answers page by page, and nothing says what fills its list`,
    )
  return typeof found === 'function' ? found : undefined
}

const neutralFilling = (verb: Verb | undefined): Filling | undefined =>
  Object.entries(fillings).find(([name]) => name === verb)?.[1]
