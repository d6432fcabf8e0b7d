import { founded } from '../fault-kit/arrange.ts'
import { rewriting } from '../variant-kit/rewriting.ts'
import { shuffled } from '../variant-kit/shuffled.ts'
import type { KnownVariant } from '../variant.ts'

/** Writes the members of every object in an order of their own, as what keeps them by hash does. */
export const membersInAnyOrder: KnownVariant = {
  name: 'members-in-any-order',
  description: 'answers the members of objects in an order that changes from answer to answer',
  evidence: {
    aws: ['RFC 8259 section 4'],
    huawei: ['RFC 8259 section 4'],
    tencent: ['RFC 8259 section 4'],
  },
  alter: rewriting(({ random }) => ({
    object: (object) => Object.fromEntries(shuffled(Object.entries(object), random)),
  })),
  seen: {
    at: async (visit) => {
      await founded(visit)
      const orders = new Set<string>()
      for (let asked = 0; asked < 20; asked += 1) {
        const { body } = (await visit.boss.getOrganization({})).answer
        orders.add(Array.from(body.matchAll(/"\w+":/gu)).join(''))
      }
      return orders.size > 1
    },
    quiet: false,
    varied: true,
  },
}
