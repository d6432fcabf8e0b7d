import type { Context, Decision } from '../../specs/model/decision.ts'
import type { World } from '../../specs/model/world.ts'
import { verbReadingsOf } from '../../specs/vendor/dialect.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { Command } from '../../specs/vocabulary/verbs.ts'
import type { Steps } from '../steps.ts'
import type { Setting } from '../variant.ts'

/** Refusals that speak of who asks. */
const aboutCallers: readonly RefusalName[] = [
  'notInOrganization',
  'accessDenied',
  'featuresMissing',
]

/** Whoever may not say a verb is told so, whatever is wrong with the input. */
export function authorizing(steps: Steps, { vendor }: Setting): Partial<Steps> {
  const readings = verbReadingsOf(vendor.dialect)
  let caller = ''
  let known: { readonly world: World; readonly context: Context } | undefined
  /** who names an organization means the own one */
  const own = ({ accounts }: World): object => ({
    organization: accounts.get(caller)?.organization,
  })
  /** what would be decided of the verb without other arguments; who asks is looked at first */
  const probe = (operation: string): Decision | undefined => {
    const [first] = readings.get(operation) ?? []
    if (first === undefined || known === undefined) return undefined
    const command = { verb: first.verb, args: own(known.world), caller } as Command
    try {
      return steps.decide(known.world, command, known.context)
    } catch {
      // a rule that misses its arguments has let the caller pass
      return undefined
    }
  }
  return {
    hear: (message) => {
      caller = vendor.wire.claimant(message) ?? ''
      return steps.hear(message)
    },
    check: (heard, original) => {
      const problem = steps.check(heard, original)
      if (problem === undefined) return undefined
      const decision = probe(heard.operation)
      return decision?.kind === 'refused' && aboutCallers.includes(decision.refusal)
        ? { ...problem, refusal: decision.refusal, detail: decision.detail }
        : problem
    },
    decide: (world, command, context) => {
      known = { world, context }
      return steps.decide(world, command, context)
    },
  }
}
