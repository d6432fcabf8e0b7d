import { whole, type Actor } from '../actors/actor.ts'
import type { Scene } from './scenario.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'

/** Two services that the organization does not trust yet. Throws `Unmet` when there are none left. */
export async function untrustedServices(
  { given, sample }: Pick<Scene<string>, 'given' | 'sample'>,
  owner: Actor,
): Promise<readonly [string, string]> {
  const listed = await whole(owner, 'listTrustedServices', {})
  // who can not tell what is trusted may still trust: what is there to be asked is not given up for a list
  const trusted = listed.kind === 'unimplemented' ? [] : given(listed)
  const [one, other] = sample.services.filter(
    (name) => !trusted.some(({ service }) => service === name),
  )
  if (one !== undefined && other !== undefined) return [one, other]
  throw new Unmet('SETUP_FAILED', 'the organization trusts all services but one already')
}
