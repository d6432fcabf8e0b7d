import type { Steps } from './steps.ts'
import type { Deliver, Setting, Variant } from './variant.ts'

/** An endpoint that is of other make in several ways: each variant stands on top of those before it. */

/** The time that it goes by. */
export function variedClock(variants: readonly Variant[], clock: () => number): () => number {
  return variants.reduce<() => number>((before, variant) => {
    const { clock: other } = variant
    return other === undefined ? before : () => other(before())
  }, clock)
}

/** What it does, step by step. */
export function variedSteps(variants: readonly Variant[], steps: Steps, setting: Setting): Steps {
  return variants.reduce<Steps>(
    (before, { alter }) => ({ ...before, ...alter?.(before, setting) }),
    steps,
  )
}

/** What it does with a message as a whole. */
export function variedDeliver(
  variants: readonly Variant[],
  deliver: Deliver,
  setting: Setting,
): Deliver {
  return variants.reduce<Deliver>(
    (before, variant) => variant.deliver?.(before, setting) ?? before,
    deliver,
  )
}
