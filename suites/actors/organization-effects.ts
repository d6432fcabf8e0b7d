import { byAccount } from './bound.ts'
import type { Bound, Hands, Reversible } from './effect.ts'
import { readOf } from './look.ts'

/**
 * Whether the account that looks is in no organization. Throws `PrerequisiteMissing` or `NotSettled` where that can
 * not be seen.
 */
export async function isOutside(hands: Hands): Promise<boolean> {
  const outcome = await hands.actor.getOrganization()
  if (outcome.kind === 'refused' && hands.isCalled('notInOrganization', outcome)) return true
  readOf(hands, outcome)
  return false
}

/** An organization that was founded by an account that is alone is dissolved. */
export const founded: Reversible<'createOrganization'> = {
  kind: 'reversible',
  shownBy: 'getOrganization',
  alone: true,
  tolerant: true,
  made: ({ id }) => id,
  look: async (hands) => {
    if (await isOutside(hands)) return undefined
    return readOf(hands, await hands.actor.getOrganization())?.id
  },
  undo: ({ actor }) => actor.deleteOrganization(),
  rehearse: async () => ({}),
}

/** Whoever is in no organization may ask; what stands is dissolved only by the account that founded it in this run. */
export const dissolved: Bound<'deleteOrganization'> = {
  kind: 'bound',
  alone: true,
  subject: (_, actor) => actor,
  counters: byAccount('createOrganization'),
}
