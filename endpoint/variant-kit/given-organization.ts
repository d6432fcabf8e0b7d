import { commit, type Changes } from '../../specs/model/changes.ts'
import type { Context } from '../../specs/model/decision.ts'
import { days } from '../../specs/model/invitation-state.ts'
import type { OrganizationRecord, World } from '../../specs/model/world.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Command } from '../../specs/vocabulary/verbs.ts'
import type { Steps } from '../steps.ts'
import type { Variant } from '../variant.ts'

/** Who is given to whoever asks: nobody else has ever called when the first message comes. */
export function givenAccounts({ mintAccount }: Pick<Vendor, 'mintAccount'>): {
  readonly management: string
  readonly member: string
  readonly invitee: string
  readonly outsider: string
} {
  const [management, member, invitee, outsider] = [0n, 1n, 2n, 3n].map(mintAccount)
  return {
    management: management ?? '',
    member: member ?? '',
    invitee: invitee ?? '',
    outsider: outsider ?? '',
  }
}

/** What became of an organization in its past, besides its member. */
export type Lived = (organization: OrganizationRecord, context: Context, vendor: Vendor) => Changes

/** The world begins with an organization that was founded two hundred days ago, and that one account has joined. */
export function givenOrganization(lived: Lived = () => ({})): NonNullable<Variant['alter']> {
  return ({ decide }, { vendor }) => {
    let past: Changes | undefined
    return {
      decide: (world, command, context) => {
        past ??= pastOf(decide, { vendor, world, context, lived })
        const begun = world.accounts.has(givenAccounts(vendor).management)
        if (begun) return decide(world, command, context)
        const decision = decide(commit(world, past), command, context)
        const changes = 'changes' in decision ? decision.changes : {}
        return { ...decision, changes: both(past, changes) }
      },
    }
  }
}

interface Beginning {
  readonly vendor: Vendor
  readonly world: World
  readonly context: Context
  readonly lived: Lived
}

const pastOf = (decide: Steps['decide'], beginning: Beginning): Changes => {
  const { vendor, world, context, lived } = beginning
  const { management, member } = givenAccounts(vendor)
  const then = { ...context, now: context.now - days(200) }
  let changes: Changes = {}
  const said = (caller: string, verb: string, args: object): unknown => {
    const decision = decide(commit(world, changes), { verb, args, caller } as Command, then)
    if (decision.kind === 'refused') throw new Error(`${verb} is refused: ${decision.detail}`)
    changes = both(changes, decision.changes)
    return decision.result
  }
  said(management, 'createOrganization', {})
  const target = { kind: 'account', id: member }
  const invitation = said(management, 'inviteAccount', { target, name: 'Member' })
  said(member, 'acceptInvitation', { invitation: (invitation as { readonly id: string }).id })
  const [organization] = commit(world, changes).organizations.values()
  if (organization === undefined) throw new Error('nothing was founded')
  return both(changes, lived(organization, context, vendor))
}

/** What one wrote, then what the other did. */
const both = (one: Changes, other: Changes): Changes => ({
  accounts: joined(one.accounts, other.accounts),
  organizations: joined(one.organizations, other.organizations),
  invitations: joined(one.invitations, other.invitations),
  dissolved: joined(one.dissolved, other.dissolved),
  endpoints: joined(one.endpoints, other.endpoints),
})

const joined = <T>(one: readonly T[] = [], other: readonly T[] = []): readonly T[] => [
  ...one,
  ...other,
]
