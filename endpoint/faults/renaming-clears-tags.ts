import { decideAs, saying } from '../fault-kit/alter-decide.ts'
import { founded } from '../fault-kit/arrange.ts'
import { rewritten } from '../fault-kit/doctored-world.ts'
import type { KnownFault } from '../fault.ts'

/** Takes the tags of a unit away when it is renamed. */
export const renamingClearsTags: KnownFault = {
  name: 'renaming-clears-tags',
  description: 'takes the tags of a unit away when it is renamed',
  breaks: { aws: ['K22'], huawei: ['N44'] },
  alter: saying('renameUnit', (moment) =>
    rewritten(decideAs(moment, {}), (written) => ({
      ...written,
      tags: new Map([...written.tags].filter(([resource]) => resource !== moment.args.unit)),
    })),
  ),
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const tags = [{ key: 'a', value: '1' }]
      const { id: unit } = (await visit.boss.createUnit({ parent, name: 'One', tags })).result
      await visit.boss.renameUnit({ unit, name: 'Two' })
      return (await visit.boss.listTags({ resource: unit })).result.items.length
    },
    right: 1,
    wrong: 0,
  },
}
