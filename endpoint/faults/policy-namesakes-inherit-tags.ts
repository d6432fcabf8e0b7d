import type { Tag } from '../../specs/vocabulary/verbs.ts'
import { policyContent } from '../fault-kit/arrange-policies.ts'
import { founded } from '../fault-kit/arrange.ts'
import { organizationOf } from '../fault-kit/doctored-world.ts'
import { altering, noticing, writing } from '../fault-kit/remembering.ts'
import type { KnownFault } from '../fault.ts'

/** Gives a new policy the tags of a deleted one of the same name. */
export const policyNamesakesInheritTags: KnownFault = {
  name: 'policy-namesakes-inherit-tags',
  description: 'gives a new policy the tags of a deleted one of the same name',
  breaks: { aws: ['K22'], huawei: ['N44'] },
  alter: (steps) => {
    const left = new Map<string, readonly Tag[]>()
    const deleting = noticing('deletePolicy', (moment) => {
      const organization = organizationOf(moment)
      const { policy } = moment.args
      const name = organization?.policies.get(policy)?.name
      const tags = organization?.tags.get(policy)
      if (name !== undefined && tags !== undefined) left.set(name, tags)
    })
    const creating = writing('createPolicy', (written, { args: { name } }) => {
      const [id] = [...written.policies.keys()].slice(-1)
      const tags = left.get(name)
      if (id === undefined || tags === undefined || written.tags.has(id)) return written
      return { ...written, tags: new Map(written.tags).set(id, tags) }
    })
    return altering(deleting, creating)(steps)
  },
  seen: {
    at: async (visit) => {
      await founded(visit)
      const asked = {
        name: 'One',
        type: 'control',
        description: 'd',
        content: policyContent(visit, 'control'),
      } as const
      const tags = [{ key: 'a', value: '1' }]
      const first = (await visit.boss.createPolicy({ ...asked, tags })).result.id
      await visit.boss.deletePolicy({ policy: first })
      const resource = (await visit.boss.createPolicy(asked)).result.id
      return (await visit.boss.listTags({ resource })).result.items.length
    },
    right: 0,
    wrong: 1,
  },
}
