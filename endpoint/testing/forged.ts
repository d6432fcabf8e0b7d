import type { VendorId } from '../../specs/vendor/vendor.ts'
import type { Message } from '../../specs/wire/wire.ts'
import { authorizationForgeries } from './authorization-forgeries.ts'
import type { Base } from './base.ts'
import type { Chance } from './chance.ts'
import type { Forgeries } from './forge.ts'
import { messageForgeries, queryForgeries } from './message-forgeries.ts'
import { tokenForgeries } from './token-forgeries.ts'
import {
  awsForgeries,
  huaweiForgeries,
  organizationsForgeries,
  scopeForgeries,
  tencentForgeries,
} from './vendor-forgeries.ts'

const common: Forgeries = { ...authorizationForgeries, ...messageForgeries, ...queryForgeries }

/** Every way to forge a message of a vendor. */
export const forgeriesOf: Readonly<Record<VendorId, Forgeries>> = {
  aws: { ...common, ...scopeForgeries, ...awsForgeries },
  tencent: { ...common, ...scopeForgeries, ...tencentForgeries },
  huawei: { ...common, ...huaweiForgeries, ...organizationsForgeries },
  codearts: { ...common, ...huaweiForgeries, ...tokenForgeries },
}

/** A message that nobody signed as it is, and the way in which it was made. */
export interface Forged {
  readonly what: string
  readonly message: Message
}

/** How often each way is tried: chance may make the same message again. */
const rounds = 20

/**
 * Forged messages that all differ, from the base and from each other: each way in turn, until there are `count`; fewer
 * where the ways do not make so many.
 */
export function forged(base: Base, count: number, chance: Chance): readonly Forged[] {
  const ways = Object.entries(forgeriesOf[base.vendor.id])
  const made = new Map<string, Forged>()
  const original = JSON.stringify(base.message)
  for (const [what, forge] of Array.from({ length: rounds }, () => ways).flat()) {
    const message = forge(base, chance)
    const text = JSON.stringify(message)
    if (text !== original && !made.has(text)) made.set(text, { what, message })
    if (made.size === count) break
  }
  return [...made.values()]
}
