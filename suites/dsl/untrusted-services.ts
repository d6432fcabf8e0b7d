import type { Actor } from '../actors/actor.ts'
import { listAll } from '../actors/list-all.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { ScenarioContext } from './scenario.ts'

/** Two services that the organization does not trust yet. Throws `PrerequisiteMissing` when there are none left. */
export async function untrustedServices(
  { given, sample }: Pick<ScenarioContext<string>, 'given' | 'sample'>,
  owner: Actor,
): Promise<readonly [string, string]> {
  const listed = await listAll(owner, 'listTrustedServices', {})
  // an endpoint without this list may still trust services: it is asked as if nothing were trusted yet
  const trusted = listed.kind === 'unimplemented' ? [] : given(listed)
  const [one, other] = sample.services.filter(
    (name) => !trusted.some(({ service }) => service === name),
  )
  if (one !== undefined && other !== undefined) return [one, other]
  throw new PrerequisiteMissing(
    'SETUP_FAILED',
    'the organization trusts all services but one already',
  )
}
