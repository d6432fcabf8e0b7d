import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded, unitIn } from '../fault-kit/arrange.ts'
import { rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Gives a unit that is moved the name back that it was created with. */
export const movingBringsTheFirstNameBack: KnownFault = {
  name: 'moving-brings-the-first-name-back',
  description: 'gives a unit that is moved the name back that it was created with',
  breaks: { tencent: ['A20'] },
  alter: (steps) => {
    const first = new Map<string, string>()
    const creating = saying('createUnit', (moment) =>
      rewritten(decideAs(moment, {}), (written) => {
        for (const { id, name } of written.units.values()) if (!first.has(id)) first.set(id, name)
        return written
      }),
    )
    const moving = saying('moveUnit', (moment) =>
      rewritten(decideAs(moment, {}), (written) => {
        const { unit: id, name } = moment.args
        const unit = written.units.get(id)
        if (unit === undefined || name !== undefined) return written
        const moved = { ...unit, name: first.get(id) ?? unit.name }
        return { ...written, units: new Map(written.units).set(id, moved) }
      }),
    )
    return moving({ ...steps, ...creating(steps) })
  },
  seen: {
    at: async (visit) => {
      const root = await founded(visit)
      const [unit, to] = [await unitIn(visit, root, 'One'), await unitIn(visit, root, 'To')]
      await visit.boss.renameUnit({ unit, name: 'Two' })
      await visit.boss.moveUnit({ unit, to })
      return (await visit.boss.getUnit({ unit })).result.name
    },
    right: 'Two',
    wrong: 'One',
  },
}
