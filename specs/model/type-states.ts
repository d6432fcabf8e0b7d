import type { PolicyType, PolicyTypeState, TypeStatus } from '../vocabulary/nouns.ts'
import type { Inside } from './decision.ts'
import type { SwitchRecord } from './world.ts'

/**
 * Whether policies of the type can be attached: from the moment it is asked for until it is
 * switched off.
 */
export function isEnabled({ organization }: Inside, type: string): boolean {
  return organization.types.get(type as PolicyType)?.enabled === true
}

/** The policy types of the root. One that is switched off altogether is not shown. */
export function typeStates({ organization, now }: Inside): readonly PolicyTypeState[] {
  return [...organization.types].flatMap(([type, record]) => {
    const status = statusAt(record, now)
    return status === undefined ? [] : [{ type, status }]
  })
}

const statusAt = ({ enabled, settlesAt }: SwitchRecord, now: number): TypeStatus | undefined => {
  if (now >= settlesAt) return enabled ? 'enabled' : undefined
  return enabled ? 'enabling' : 'disabling'
}
