import type { Args } from '../vocabulary/verbs.ts'
import { done, refused, type Decision, type Situation } from './decision.ts'

/** Takes network endpoints off the list of those that an account lets in; all of them or none. */
export function revokeEndpoints(
  { world, rules, caller }: Situation,
  args: Args<'revokeEndpoints'>,
): Decision<{ readonly total?: number }> {
  const present = world.endpoints.get(caller.id) ?? rules.endpoints
  const gone = new Set((args.endpoints ?? []).flatMap(({ endpoint }) => endpoint ?? []))
  const unknown = [...gone].find((endpoint) => !present.includes(endpoint))
  if (unknown !== undefined)
    return refused('endpointNotFound', `endpoints: ${unknown} is not let in`)
  const left = present.filter((endpoint) => !gone.has(endpoint))
  return done({ total: gone.size }, { endpoints: [{ account: caller.id, left }] })
}
