import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Target } from '../client/target.ts'
import type { Fresh } from './fresh.ts'
import type { GivenOrganization } from './given-organization.ts'
import type { Actor } from './speaker.ts'
import type { Waiting } from './waiting.ts'
import type { Workspace } from './workspace.ts'

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
  /** a member that may administer a service for a moment: the one that the target names for that, else as `member` has it */
  readonly delegate: (owner: Actor) => Promise<Actor>
  /** the delegated administrator that the target names; undefined where it names none */
  readonly standingDelegate: (owner: Actor) => Promise<Actor | undefined>
  /** an account that is in no organization and holds an invitation into the owner's */
  readonly recipient: (owner: Actor) => Promise<Actor>
  /** whether nobody was found who had been there before another part was given to them: `restore` brings them back */
  readonly spent: () => boolean
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
