import type { KnownFault } from '../../endpoint/fault.ts'
import { startEndpoint } from '../../endpoint/server.ts'
import { givenOrganization } from '../../endpoint/variant-kit/given-organization.ts'
import type { Variant } from '../../endpoint/variant.ts'
import { seedOf } from '../../suites/case/seed-of.ts'
import type { JudgedCheck } from '../../suites/verdict/verdict.ts'
import { askServer, judgeAll, type Asker } from './ask-server.ts'
import { differencesOf, type Quiet } from './differences.ts'
import { seededRandom } from './seeded-random.ts'
import type { VariantResult } from './selftest-report.ts'
import { inShare, type Share } from './share-of-cases.ts'
import { openSharedClock } from './shared-clock.ts'
import { tryFault } from './try-fault.ts'
import { watchingChecks } from './watching-checks.ts'

/** What is asked of an endpoint of other make. */
export interface VariantQuestion {
  readonly asker: Asker
  readonly variant: Variant
  /** the verdicts of the quiet endpoint on all cases */
  readonly quiet: Quiet
  /** the part of the cases that it is asked; all of them when absent */
  readonly share?: Share
  /** the faults that are to be found under it too, all of this vendor: so many of them as the seed chooses */
  readonly faults: readonly KnownFault[]
  readonly most: number
}

/** Asks an endpoint of other make, in a world and a time of its own, and then finds faults on top of it. */
export async function askVariant(question: VariantQuestion): Promise<VariantResult> {
  const { asker, variant } = question
  const given = variant.given === true
  const { judged, troubles } = await judgedOf(question, variant)
  const quiet = given ? quietOf(await judgedOf(question, plain)) : question.quiet
  return {
    variant: variant.name,
    asked: judged.length,
    ...differencesOf(variant, judged, quiet),
    troubles,
    trials: await Promise.all(
      faultsUnder(question).map((fault) =>
        tryFault({ ...askerUnder(asker, variant), clock: openSharedClock() }, fault, [variant]),
      ),
    ),
  }
}

/** Nobody says of an endpoint of other make when what it did is seen, or which published numbers it keeps to. */
const askerUnder = (asker: Asker, { given, takesMore, ownLimits = [] }: Variant): Asker => {
  const { limits = {} } = asker.vendor.referenceEndpoint
  const stated = Object.entries(limits).filter(([name]) => !ownLimits.some((own) => own === name))
  return {
    ...asker,
    given: given === true,
    states: {
      consistency: 'eventual',
      limits: Object.fromEntries(stated),
      ...(takesMore === true && { keepsPublished: false }),
    },
  }
}

interface Answers {
  readonly judged: readonly JudgedCheck[]
  readonly troubles: readonly string[]
}

const judgedOf = async ({ asker, share }: VariantQuestion, variant: Variant): Promise<Answers> => {
  const { vendor, seed } = asker
  const clock = openSharedClock()
  const random = seededRandom(seed, variant.name)
  const time = { clock: clock.now, pause: clock.answering }
  const endpoint = await startEndpoint(vendor, {
    port: 0,
    ...time,
    random,
    variants: [variant],
    movable: true,
  })
  const selected = share && { selected: inShare(seed, share) }
  const asking = { ...askerUnder(asker, variant), clock, ...selected }
  const all = await askServer(asking, endpoint, judgeAll)
  const watches = watchingChecks(asker.cases)
  // in a part of the cases, what watches them all may see nothing that could decide it
  const judged = share ? all.filter((one) => one.verdict !== 'untestable' || !watches(one)) : all
  return { judged, troubles: endpoint.troubles() }
}

/** What a variant that begins with an organization is held against: nothing else has happened there. */
const plain: Variant = {
  name: 'given',
  description: 'begins with an organization',
  evidence: {},
  given: true,
  alter: givenOrganization(),
}

const quietOf = ({ judged }: Answers): Quiet => new Map(judged.map((check) => [check.id, check]))

/** Which faults are looked for on top of a variant: the seed says, among those that it does not hide. */
export function faultsUnder({
  asker,
  variant,
  faults,
  most,
}: Pick<VariantQuestion, 'asker' | 'variant' | 'faults' | 'most'>): readonly KnownFault[] {
  const { hides = [] } = variant
  // where nobody says that what was written can be read at once, no sequences are played
  const isPlayed = ({ breaks }: KnownFault): boolean =>
    breaks[asker.vendor.id]?.every((rule) => rule.startsWith('sequence/')) === true
  const rankOf = ({ name }: KnownFault): number => seedOf(asker.seed, `${variant.name}/${name}`)
  return faults
    .filter((fault) => !hides.includes(fault.name) && !isPlayed(fault))
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .slice(0, most)
}
