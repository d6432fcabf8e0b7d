import type { Actor } from '../actors/actor.ts'
import type { ScenarioContext } from './scenario.ts'

/** How many accounts take room beside the one that founded: members, closed ones too, and those that are invited. */
export async function countAccounts(
  all: ScenarioContext<string>['all'],
  owner: Actor,
): Promise<number> {
  const members = await all(owner, 'listAccounts', {})
  const sent = await all(owner, 'listSentInvitations', {})
  const open = sent.filter(({ state }) => state === 'open' || state === 'requested')
  return members.filter(({ id }) => id !== owner.id).length + open.length
}
