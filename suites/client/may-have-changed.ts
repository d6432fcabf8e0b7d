import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Call } from './call.ts'
import type { Interaction } from './interaction.ts'
import { mayPass } from './trouble.ts'

/** Whether a call may have changed something: what is not known to read may write, and what was refused has not, unless it was said before. */
export function mayHaveChanged(
  { requestTemplates }: Pick<Vendor, 'requestTemplates'>,
  { operation }: Pick<Call, 'operation'>,
  { reply, repeated }: Interaction,
): boolean {
  if (requestTemplates[operation]?.writes === false) return false
  // a write whose answer was lost or can not be read may have been done
  if (reply.kind === 'lost') return reply.problem === 'too-large' || mayPass(reply)
  return repeated === true || (reply.kind !== 'refusal' && reply.kind !== 'unimplemented')
}
