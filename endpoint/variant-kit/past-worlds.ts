import { copyOf } from '../../specs/model/changes.ts'
import type { Decision } from '../../specs/model/decision.ts'
import type { World } from '../../specs/model/world.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import { notFound } from '../fault-kit/not-found.ts'
import type { Setting } from '../variant.ts'
import type { AlterVaried } from './rewriting.ts'

/** How old a read may be. */
export interface Lag {
  /** the verbs that see the past; what is written is decided on the present */
  readonly reads: (verb: Verb) => boolean
  /** how old this read is, in milliseconds: at most `furthest` */
  readonly age: (setting: Setting) => number
  readonly furthest: number
  /** a write, too, does not find what a read as old would not show */
  readonly findsLate?: true
}

/** Verbs that only tell. */
export const isRead = (verb: Verb): boolean => /^(?:get|list)/u.test(verb)

/** Some reads see the world, and the time, as they were a while ago. */
export function lookingBack({ reads, age, furthest, findsLate }: Lag): AlterVaried {
  return ({ decide }, setting) => {
    let kept: readonly Stretch[] = []
    return {
      decide: (world, command, context) => {
        const { now } = context
        const before = (): Decision => {
          const then = now - age(setting)
          const past = kept.find(({ until }) => until > then)?.world ?? world
          return decide(past, command, { ...context, now: then })
        }
        if (reads(command.verb)) return before()
        if (isRead(command.verb)) return decide(world, command, context)
        const early = findsLate === true ? before() : undefined
        if (early?.kind === 'refused' && notFound.has(early.refusal)) return early
        kept = remembered(kept, world, { now, furthest })
        return decide(world, command, context)
      },
    }
  }
}

/** How the world stood until something was written. */
interface Stretch {
  readonly until: number
  readonly world: World
}

/** What is about to be written ends a stretch, unless one ended in the same instant; what nobody looks at is forgotten. */
const remembered = (
  kept: readonly Stretch[],
  world: World,
  { now, furthest }: { readonly now: number; readonly furthest: number },
): readonly Stretch[] => {
  const recent = kept.filter(({ until }) => until > now - furthest)
  return recent.at(-1)?.until === now ? recent : [...recent, { until: now, world: copyOf(world) }]
}
