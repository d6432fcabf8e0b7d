import type { Rules } from '../../specs/model/rules.ts'
import { withRules, type Alter } from '../fault-kit/alter-decide.ts'
import type { Steps } from '../steps.ts'
import type { Setting } from '../variant.ts'
import { coded, fitting, saying } from './other-words.ts'

/** Decides with some limits that are its own. */
export function withLimits(own: Rules['limits']): Alter {
  return withRules(({ limits }) => ({ limits: { ...limits, ...own } }))
}

/** Says of an invitation beyond the quota what is said of handshakes, where the operation declares more than one code. */
export function quotaOfInvitations(steps: Steps, setting: Setting): Partial<Steps> {
  return saying((refused, error, vendor) => {
    const { refusal } = refused
    const code = refusal === 'accountCountExceeded' ? fitting(vendor, refused).at(-1) : undefined
    return code && coded(vendor, code, error)
  })(steps, setting)
}
