import type { Hands, Reversible, Standing } from './effect.ts'
import { entriesOf, readOf } from './look.ts'

const find = async (hands: Hands, id: string): Promise<Standing> =>
  readOf(hands, await hands.owner.getUnit({ unit: id }))?.id

/** A unit that was made is deleted. */
export const madeUnit: Reversible<'createUnit'> = {
  kind: 'reversible',
  danger: 'medium',
  undoneBy: 'deleteUnit',
  shownBy: 'listUnits',
  noun: 'unit',
  name: ({ name }) => name,
  made: ({ id }) => id,
  find,
  look: async (hands, { parent, name }, id) => {
    const units = await entriesOf(hands, 'listUnits', { parent })
    if (units !== undefined) {
      return units.find((unit) => (id === undefined ? unit.name === name : unit.id === id))?.id
    }
    // nothing is left in a parent that is gone; what was made may have been moved out of it before
    return id === undefined ? undefined : find(hands, id)
  },
  undo: ({ actor }, _, { id }) => actor.deleteUnit({ unit: id }),
  rehearse: async ({ workspace, fresh }) => ({
    parent: await workspace(),
    name: fresh.name('rehearsal'),
  }),
}
