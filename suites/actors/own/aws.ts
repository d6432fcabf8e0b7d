import { bound } from '../bound.ts'
import type { Bound, Reversible } from '../effect.ts'
import { readOf } from '../look.ts'
import { resourceDocument } from '../resource-document.ts'

/** The organization has one resource policy at most; one that was put is deleted. */
const madeResourcePolicy: Reversible<'putResourcePolicy'> = {
  kind: 'reversible',
  made: ({ id }) => id,
  look: async (hands) => readOf(hands, await hands.owner.getResourcePolicy())?.id,
  undo: ({ actor }) => actor.deleteResourcePolicy(),
  rehearse: async ({ owner, profile }) => ({ content: resourceDocument(profile, owner.id) }),
}

/** How what the verbs leave behind that AWS alone speaks is taken back. */
export const awsEffects: {
  readonly putResourcePolicy: Reversible<'putResourcePolicy'>
  readonly deleteResourcePolicy: Bound<'deleteResourcePolicy'>
} = {
  putResourcePolicy: madeResourcePolicy,
  deleteResourcePolicy: bound((_, actor) => actor, { verb: 'putResourcePolicy', same: () => true }),
}
