import type { Reversible } from './effect.ts'
import { entriesOf, readOf } from './look.ts'

/** A unit that was made is deleted. */
export const madeUnit: Reversible<'createUnit'> = {
  kind: 'reversible',
  noun: 'unit',
  name: ({ name }) => name,
  made: ({ id }) => id,
  look: async ({ owner }, { parent, name }, id) => {
    const units = await entriesOf(owner, 'units', { parent })
    if (units !== undefined) {
      return units.find((unit) => (id === undefined ? unit.name === name : unit.id === id))?.id
    }
    // nothing is left in a parent that is gone; what was made may have been moved out of it before
    return id === undefined ? undefined : readOf(await owner.unit({ unit: id }))?.id
  },
  undo: ({ actor }, _, { id }) => actor.deleteUnit({ unit: id }),
  rehearse: async ({ ground, fresh }) => ({ parent: ground, name: fresh.name('rehearsal') }),
}
