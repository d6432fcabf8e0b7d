import type { VendorId } from '../../specs/vendor/vendor.ts'
import { seedOf } from '../../suites/case/seed-of.ts'
import { globMatcher } from '../../suites/verdict/glob.ts'
import type { Asker } from '../selftest/ask-server.ts'
import { faulty, outputMutants } from './answer-mutants.ts'
import declared from './equivalents.json' with { type: 'json' }
import { frameMutants } from './frame-mutants.ts'
import { changedCases, recordHonest, type HonestRecord } from './honest-record.ts'
import { codeMutants, type Mutant } from './mutant.ts'
import type { Room } from './places.ts'
import type { Point } from './points.ts'
import { refusalMutants } from './refusal-mutants.ts'
import { tryMutant, type MutantTrial } from './try-mutant.ts'

/** A mutant that answers like an endpoint that is right, whatever anybody asks, and why that is so. */
export interface Equivalent {
  /** its id, or a `*` glob of ids that one reason holds for */
  readonly mutant: string
  /** the vendors of whom that is true; of all unless said */
  readonly vendors?: readonly VendorId[]
  readonly because: string
}

/** What is tried of all mutants of a vendor. */
export interface MutantSelection {
  /** how many, chosen by the seed; all unless said */
  readonly sample?: number
  readonly seed?: number
  /** how many messages are sent besides those of the suite, at the least; some thousands unless said */
  readonly besides?: number
  readonly only?: (mutant: Mutant) => boolean
  /** hears of every trial */
  readonly tried?: (trial: MutantTrial, count: number, of: number) => void
}

/** What the suite made of the mutants of a vendor. */
export interface Campaign {
  readonly vendor: VendorId
  /** how many mutants there are in each room */
  readonly made: Readonly<Record<Room, number>>
  readonly trials: readonly MutantTrial[]
  /** messages that were sent besides those of the suite */
  readonly besides: number
  /** the mutant that any suite notices: when this one does not die, nothing that was counted counts */
  readonly control: MutantTrial
  readonly equivalents: readonly Equivalent[]
  /** declarations that speak of no mutant that there is */
  readonly idle: readonly Equivalent[]
  /** points of the code that no case comes by */
  readonly unreached: readonly Point[]
  /** cases that the right endpoint answers otherwise than before: an earlier mutant was not switched off */
  readonly changed: readonly string[]
}

/** Every mutant of a vendor that some case comes by. */
export function mutantsOf(honest: HonestRecord): {
  readonly mutants: readonly Mutant[]
  readonly unreached: readonly Point[]
} {
  const { mutants, unreached } = codeMutants(honest)
  const answers = [...outputMutants(honest), ...refusalMutants(honest), ...frameMutants(honest)]
  return { mutants: [...mutants, ...answers], unreached }
}

/** Makes the mutants of a vendor and tries them, one after the other. */
export async function campaign(asker: Asker, selection: MutantSelection = {}): Promise<Campaign> {
  const honest = await recordHonest(asker, selection.besides)
  const { mutants, unreached } = mutantsOf(honest)
  const chosen = choose(mutants, selection)
  const equivalents = equivalentsOf(asker.vendor.id)
  const control = await tryMutant(honest, controlMutant(honest))
  const trials: MutantTrial[] = []
  for (const mutant of chosen) {
    const trial = await tryMutant(honest, mutant)
    trials.push(trial)
    selection.tried?.(trial, trials.length, chosen.length)
  }
  const count = (room: Room): number => mutants.filter((mutant) => mutant.room === room).length
  return {
    vendor: asker.vendor.id,
    made: {
      model: count('model'),
      façade: count('façade'),
      dialect: count('dialect'),
      answer: count('answer'),
    },
    trials,
    besides: honest.probes.reduce((sum, { altered }) => sum + altered, 0),
    control,
    equivalents,
    idle: equivalents.filter(
      ({ mutant }) => !mutants.map(({ id }) => id).some(globMatcher(mutant)),
    ),
    unreached,
    changed: await changedCases(honest),
  }
}

/** So many of each room as of the others, as long as it has them. */
const choose = (
  mutants: readonly Mutant[],
  { sample = Infinity, seed = 1, only = () => true }: MutantSelection,
): readonly Mutant[] => {
  const ranked = mutants
    .filter(only)
    .map((mutant) => ({ mutant, rank: seedOf(seed, mutant.id) }))
    .toSorted((one, other) => one.rank - other.rank)
  const places = new Map<Room, number>()
  const placed = ranked.map(({ mutant }) => {
    const place = places.get(mutant.room) ?? 0
    places.set(mutant.room, place + 1)
    return { mutant, place }
  })
  return placed
    .toSorted((one, other) => one.place - other.place)
    .slice(0, sample)
    .map(({ mutant }) => mutant)
}

/** Looks at nothing that the contract says of inputs: every vendor's contract requires something. */
const controlMutant = ({ cases }: HonestRecord): Mutant => ({
  id: 'control',
  room: 'façade',
  operator: 'control',
  place: 'every operation',
  original: 'inputs are held against the contract',
  mutated: 'every input is let pass',
  wrong: { fault: faulty(() => ({ check: () => undefined })) },
  met: cases,
})

const equivalentsOf = (vendor: VendorId): readonly Equivalent[] =>
  (declared as readonly Equivalent[]).filter(({ vendors }) => vendors?.includes(vendor) ?? true)

/** The declaration by which a mutant is equivalent, where there is one. */
export function equivalentOf(
  mutant: Pick<Mutant, 'id'>,
  equivalents: readonly Equivalent[],
): Equivalent | undefined {
  return equivalents.find((one) => globMatcher(one.mutant)(mutant.id))
}
