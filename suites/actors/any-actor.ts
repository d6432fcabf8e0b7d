import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import { anyPrincipal, type AnyAccount } from '../client/target.ts'
import { actorOf, type Actor, type Witness } from './actor.ts'

/** What anybody acts with. */
export interface AnyActorParts {
  readonly client: Client
  readonly heard: (interaction: Interaction) => void
}

/** Lets any account act, where every one may call. */
export function anyActor(
  accounts: AnyAccount,
  { client, heard }: AnyActorParts,
): (account: string) => Actor {
  const witness: Witness = { around: (_, perform) => perform(), heard }
  return (account) => actorOf(client, anyPrincipal(accounts, account), witness)
}
