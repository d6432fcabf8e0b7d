import type { Answer } from '../../specs/wire/wire.ts'
import type { Delivered, Delivery, VariantLook, VariantVisit } from '../variant.ts'

/** Looks at variants: how answers travel, and what they are. */

/** So many that something which happens to one in fifty is seen, and what happens to all. */
const messages = { some: 200, all: 5 }

/** Whether the answers to one question travel like this: all of them, some, or none. */
export function seenAmong(
  is: (delivered: Delivered) => boolean,
  varied: 'all' | 'some' = 'some',
): VariantLook {
  const at = async ({ deliveries }: VariantVisit): Promise<unknown> => {
    const all = await deliveries(messages[varied])
    const count = all.filter(is).length
    if (count === all.length) return 'all'
    return count > 0 ? 'some' : 'none'
  }
  return { at, quiet: 'none', varied }
}

/** All answers travel in a way. */
export function travels(is: (delivery: Delivery) => boolean): VariantLook {
  return seenAmong(({ delivery = {} }) => is(delivery), 'all')
}

/** Some answers are like this. */
export function answersNow(is: (answer: Answer) => boolean): VariantLook {
  return seenAmong(({ answer }) => is(answer))
}

const step = 30_000
const hour = 3_600_000

/**
 * By how much more an old signature is believed than one of the future, in milliseconds: twice as much as the
 * endpoint's time is behind, below 0 where it is ahead.
 */
export async function lag({ believes }: VariantVisit): Promise<number> {
  const furthest = async (sign: 1 | -1): Promise<number> => {
    let age = 0
    while (age < hour && (await believes({ age: sign * (age + step) }))) age += step
    return age
  }
  return (await furthest(1)) - (await furthest(-1))
}
