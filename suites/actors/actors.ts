import { says } from '../../specs/vendor/features.ts'
import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Organization } from '../../specs/vocabulary/verbs.ts'
import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { AnyAccount, Principal, Target } from '../client/target.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { given, type Outcome } from '../verdict/outcome.ts'
import { actorOf, type Actor } from './actor.ts'
import type { Fresh } from './fresh.ts'
import type { GivenOrganization } from './given-organization.ts'
import { joinAsMember } from './membership.ts'
import type { Waiting } from './waiting.ts'
import { rootOf, workspaceAt, type Workspace } from './workspace.ts'

/** The accounts a case can ask to act. Each call that finds nobody throws `PrerequisiteMissing` (NO_PRINCIPAL). */
export interface Actors {
  /** the management account of the case's organization, with all features */
  readonly owner: () => Promise<Actor>
  /** the management account of another organization */
  readonly otherOwner: () => Promise<Actor>
  /** the management account of an organization that shares only the bill */
  readonly billingOwner: () => Promise<Actor>
  /** an account that is in no organization; a new one at each call */
  readonly standalone: () => Promise<Actor>
  /** an account in the owner's organization that can act; a new one at each call where accounts are free */
  readonly member: (owner: Actor) => Promise<Actor>
  readonly root: (owner: Actor) => Promise<string>
  readonly workspace: (owner: Actor) => Promise<Workspace>
  /**
   * Takes back what the case did in an organization that is not its own; the accounts that joined or answered can be
   * asked anew. Answers whether nothing is left of it. Never throws.
   */
  readonly restore: () => Promise<boolean>
}

/** What actors are made of. */
export interface ActorsParts {
  readonly client: Client
  readonly target: Target
  readonly fresh: Fresh
  readonly waiting: Waiting
  readonly heard: (interaction: Interaction) => void
  /** the organization that accounts were given of; absent where any account may call */
  readonly organization?: GivenOrganization
}

/** The actors for a case: fresh accounts where any account may call, the given ones elsewhere. */
export function openActors(parts: ActorsParts): Actors {
  const { accounts } = parts.target
  if (accounts.mode === 'any') return freeActors(parts, accounts)
  if (parts.organization === undefined) throw new Error('nobody guards the given organization')
  return givenActors(parts, parts.organization)
}

const freeActors = (parts: ActorsParts, accounts: AnyAccount): Actors => {
  const act = (account: string): Actor => {
    const accessKey = accounts.by === 'access-key' ? account : accounts.credentials.accessKey
    const principal = { account, credentials: { ...accounts.credentials, accessKey } }
    return actorOf(parts.client, principal, {
      around: (_, perform) => perform(),
      heard: parts.heard,
    })
  }
  const found = async (features: 'all' | 'billing'): Promise<Actor> => {
    const owner = act(parts.fresh.account())
    const outcome = await owner.createOrganization({ features })
    // some endpoints give every account an organization before it asks for one
    const manager = outcome.kind !== 'done' && features === 'all' && (await manages(owner))
    if (!manager) given(outcome)
    return owner
  }
  const standing = async (): Promise<Actor> =>
    managing(parts.client, act(accounts.management ?? nobody('management account')))
  let owner: Promise<Actor> | undefined
  return {
    owner: () => (owner ??= parts.target.readOnly ? standing() : found('all')),
    otherOwner: () => found('all'),
    billingOwner: () => found('billing'),
    standalone: async () => act(parts.fresh.account()),
    member: (boss) => joinAsMember(boss, act, parts),
    root: rootOf,
    workspace: async (boss) => ({ id: await rootOf(boss), depth: 0 }),
    restore: () => Promise.resolve(true),
  }
}

const manages = async (account: Actor): Promise<boolean> => {
  const outcome = await account.getOrganization()
  return outcome.kind === 'done' && outcome.value.management === account.id
}

/**
 * An account that was named as the management account of an organization. Throws `PrerequisiteMissing` where the endpoint says that
 * it manages none: whatever it is then refused, it is refused rightly.
 */
const managing = async ({ vendor }: Client, account: Actor): Promise<Actor> => {
  if (!says(vendor, 'getOrganization')) return account
  const outcome = await account.getOrganization()
  if (!managesNothing(vendor, outcome, account)) return account
  throw new PrerequisiteMissing('NO_PRINCIPAL', `${account.id} manages no organization there`, [
    outcome.exchange,
  ])
}

/** What is no clear answer shows neither way: its finding is made elsewhere. */
const managesNothing = (
  { refusals }: Vendor,
  outcome: Outcome<Organization>,
  { id }: Actor,
): boolean => {
  if (outcome.kind === 'done') return outcome.value.management !== id
  if (outcome.kind !== 'refused') return false
  const fitting = answersTo(refusals, 'notInOrganization', outcome.operation) ?? []
  return fitting.some(({ code }) => code === outcome.reply.code)
}

const givenActors = (parts: ActorsParts, organization: GivenOrganization): Actors => {
  const { accounts } = organization
  const since = organization.mark()
  const act = (principal: Principal): Actor =>
    actorOf(parts.client, principal, organization.witness(principal.account, parts.heard))
  const all = {
    spare: [accounts.invitee, accounts.outsider].filter((who) => who !== undefined),
    members: [accounts.member].filter((who) => who !== undefined),
  }
  let [spare, members] = [all.spare.values(), all.members.values()]
  let owner: Promise<Actor> | undefined
  return {
    owner: () => (owner ??= managing(parts.client, act(accounts.management))),
    otherOwner: async () => nobody('second management account'),
    billingOwner: async () =>
      nobody('management account of an organization that shares only the bill'),
    standalone: async () => act(spare.next().value ?? nobody('account that is in no organization')),
    member: async () => act(members.next().value ?? nobody('further member account')),
    root: rootOf,
    workspace: async (boss) => workspaceAt(boss, accounts.ground ?? (await rootOf(boss))),
    restore: async () => {
      await organization.takeBack(since)
      spare = all.spare.values()
      members = all.members.values()
      return organization.isClean(since)
    },
  }
}

const nobody = (who: string): never => {
  throw new PrerequisiteMissing('NO_PRINCIPAL', `the target names no ${who}`)
}
