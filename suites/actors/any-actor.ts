import type { Client } from '../client/client.ts'
import type { Interaction } from '../client/interaction.ts'
import type { AnyAccount } from '../client/target.ts'
import { actorOf, type Actor } from './actor.ts'

/** What anybody acts with. */
export interface AnyActorParts {
  readonly client: Client
  readonly heard: (interaction: Interaction) => void
}

/** Lets any account act, where every one may call. */
export function anyActor(
  { by, credentials }: AnyAccount,
  { client, heard }: AnyActorParts,
): (account: string) => Actor {
  return (account) => {
    const accessKey = by === 'access-key' ? account : credentials.accessKey
    const principal = { account, credentials: { ...credentials, accessKey } }
    return actorOf(client, principal, { around: (_, perform) => perform(), heard })
  }
}
