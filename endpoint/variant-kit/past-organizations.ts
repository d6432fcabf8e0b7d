import type { OrganizationRecord, World } from '../../specs/model/world.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { organizationOf, seeing } from '../fault-kit/doctored-world.ts'
import type { Variant } from '../variant.ts'
import { isRead } from './past-worlds.ts'

/** In what some reads lag behind. */
export interface Lagging {
  readonly reads: readonly Verb[]
  /** milliseconds */
  readonly lag: number
  /** how an organization looks to them, from how it stands and how it stood so long ago */
  readonly look: (present: OrganizationRecord, past: OrganizationRecord) => OrganizationRecord
}

/** Some reads see a part of the caller's organization as it was a while ago, and everything else as it is. */
export function lagging({ reads, lag, look }: Lagging): NonNullable<Variant['alter']> {
  return ({ decide }) => {
    const versions = new Map<string, readonly Version[]>()
    return {
      decide: (world, command, context) => {
        const { now } = context
        const record = organizationOf({ world, command, context, decide })
        if (record === undefined) return decide(world, command, context)
        const kept = (versions.get(record.id) ?? []).filter(({ until }) => until > now - lag)
        if (!isRead(command.verb)) versions.set(record.id, [...kept, { until: now, record }])
        const past = reads.includes(command.verb) ? kept[0]?.record : undefined
        const seen: World = past === undefined ? world : seeing(world, look(record, past))
        return decide(seen, command, context)
      },
    }
  }
}

/** How an organization stood until it was written to. */
interface Version {
  readonly until: number
  readonly record: OrganizationRecord
}
