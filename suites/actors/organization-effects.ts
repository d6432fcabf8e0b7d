import { byAccount } from './bound.ts'
import type { Bound, Hands, Reversible, Standing } from './effect.ts'
import { entriesOf, readOf } from './look.ts'

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

const organizationOf = async (hands: Hands): Promise<Standing> => {
  if (await isOutside(hands)) return undefined
  return readOf(hands, await hands.actor.getOrganization())?.id
}

/** Of an organization whose founding was never answered, only one in which nothing stands may be this run's. */
const ensureBare = async (hands: Hands): Promise<void> => {
  const accounts = (await entriesOf(hands, 'listAccounts', {})) ?? []
  const roots = (await entriesOf(hands, 'listRoots', {})) ?? []
  const units = await Promise.all(
    roots.map(({ id }) => entriesOf(hands, 'listUnits', { parent: id })),
  )
  if (accounts.some(({ id }) => id !== hands.actor.id) || units.flat().length > 0) {
    throw new Error('nobody can tell whose organization stands there: it is not touched')
  }
}

/** An organization that was founded by an account that is alone is dissolved. */
export const founded: Reversible<'createOrganization'> = {
  kind: 'reversible',
  undoneBy: 'deleteOrganization',
  shownBy: 'getOrganization',
  alone: true,
  tolerant: true,
  made: ({ id }) => id,
  look: organizationOf,
  ensureOwn: async (hands, made) => {
    const standing = await organizationOf(hands)
    if (standing === undefined) return
    if (made === undefined) return ensureBare(hands)
    if (standing !== made) throw new Error('another organization stands there: it is not touched')
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
