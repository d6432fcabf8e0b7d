import { setImmediate } from 'node:timers/promises'

import { copyOf } from '../../specs/model/changes.ts'
import type { World } from '../../specs/model/world.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { founded } from '../fault-kit/arrange.ts'
import type { KnownFault } from '../fault.ts'

/** A request on its way, and what it found when it came, once somebody else has changed that. */
interface Arrival {
  found?: World
}

/** Turns of the event loop between the look and the decision: others come meanwhile. */
const turns = 5

/** Looks at the world when a request comes, and decides by that when others have written since. */
export const decidesByAnOldLook: KnownFault = {
  name: 'decides-by-an-old-look',
  description: 'decides by what stood when a request came, whatever was written since',
  breaks: {
    aws: ['sequence/aws/two-writers-are-linearizable'],
    huawei: ['sequence/huawei/two-writers-are-linearizable'],
    tencent: ['sequence/tencent/two-writers-are-linearizable'],
  },
  alter: ({ verify, hear, decide }) => {
    const arrivals = new Map<Message, Arrival>()
    let own: Arrival | undefined
    return {
      verify: async (message, serving) => {
        arrivals.set(message, {})
        const sender = await verify(message, serving)
        for (let turn = 0; turn < turns; turn += 1) await setImmediate()
        if ('problem' in sender) arrivals.delete(message)
        return sender
      },
      // nothing comes between this and the decision
      hear: (message) => {
        own = arrivals.get(message)
        arrivals.delete(message)
        return hear(message)
      },
      decide: (world, command, context) => {
        const found = own?.found ?? world
        for (const other of arrivals.values()) other.found ??= copyOf(world)
        return decide(found, command, context)
      },
    }
  },
  seen: {
    at: async (visit) => {
      const parent = await founded(visit)
      const make = () => visit.boss.createUnit({ parent, name: 'Twin' })
      const both = await Promise.all([make(), make()])
      return both.filter(({ done }) => done).length
    },
    right: 1,
    wrong: 2,
  },
}
