import type { VendorId } from '../../specs/vendor/vendor.ts'
import { equivalentOf, type Campaign } from './campaign.ts'
import { rooms, type Room } from './places.ts'
import { plainTrial, type PlainTrial } from './plain-trial.ts'
import type { MutantTrial, Notice } from './try-mutant.ts'

/** What became of some mutants. */
export interface MutantCounts {
  /** that answered something otherwise, or were come by and answered nothing otherwise */
  readonly tried: number
  /** declared to be no different from the right endpoint */
  readonly equivalent: number
  readonly failed: number
  readonly warned: number
  /** answered something otherwise, and nobody minded */
  readonly unnoticed: number
  /** answer otherwise what the suite never asks */
  readonly unasked: number
  /** of 100 that are not equivalent, how many fail a check, and how many fail it or are warned of */
  readonly rate: number
  readonly rateWithWarnings: number
}

/** What the suite shows by the mutants of a vendor. */
export interface MutantReport {
  readonly vendor: VendorId
  readonly all: MutantCounts
  readonly rooms: Readonly<Record<Room, MutantCounts>>
  /** not counted: what does not start, what answers like the right one, code that no case comes by */
  readonly leftOut: {
    readonly stillborn: number
    readonly reworded: number
    readonly alike: number
    readonly unreached: number
  }
  /** messages besides those of the suite that what is alike answers alike */
  readonly besides: number
  readonly survivors: readonly PlainTrial[]
  /** what makes the count worth nothing */
  readonly void: readonly string[]
  /** what is wrong with the declarations of equivalents */
  readonly wronglyDeclared: readonly string[]
}

/** Counts what became of the mutants of a vendor. */
export function mutantReport(campaign: Campaign): MutantReport {
  const { trials, equivalents, vendor, unreached } = campaign
  const counted = trials.filter((trial) => isCounted(trial))
  const isEquivalent = ({ mutant }: MutantTrial): boolean =>
    equivalentOf(mutant, equivalents) !== undefined
  const countOf = (some: readonly MutantTrial[]): MutantCounts => countsOf(some, isEquivalent)
  const inRoom = (room: Room): MutantCounts =>
    countOf(counted.filter(({ mutant }) => mutant.room === room))
  return {
    vendor,
    all: countOf(counted),
    rooms: Object.fromEntries(rooms.map((room) => [room, inRoom(room)])) as Record<
      Room,
      MutantCounts
    >,
    leftOut: {
      stillborn: trials.filter(({ notice }) => notice === 'stillborn').length,
      reworded: trials.filter(({ notice }) => notice === 'reworded').length,
      alike: trials.filter(({ notice }) => notice === 'unseen').length,
      unreached: unreached.length,
    },
    besides: campaign.besides,
    survivors: counted.filter((trial) => !isNoticed(trial) && !isEquivalent(trial)).map(plainTrial),
    void: voidBy(campaign),
    wronglyDeclared: [
      ...counted
        .filter((trial) => isNoticed(trial) && isEquivalent(trial))
        .map(({ mutant }) => `${mutant.id} is declared equivalent, and noticed`),
      ...campaign.idle.map(
        ({ mutant }) => `there is no mutant ${mutant}, which is declared equivalent`,
      ),
    ],
  }
}

const voidBy = ({ control, changed }: Campaign): readonly string[] => [
  ...(control.notice === 'failed'
    ? []
    : [`the control is ${control.notice}: no count of this run means anything`]),
  ...changed.map((one) => `${one} is answered otherwise than before the mutants were tried`),
]

const isNoticed = ({ notice }: MutantTrial): boolean => notice === 'failed' || notice === 'warned'

/** What answers like the right one is no wrong endpoint. */
const isCounted = ({ notice }: MutantTrial): boolean => !uncounted.has(notice)

const uncounted: ReadonlySet<Notice> = new Set(['stillborn', 'reworded', 'unseen'])

const countsOf = (
  trials: readonly MutantTrial[],
  isEquivalent: (trial: MutantTrial) => boolean,
): MutantCounts => {
  const real = trials.filter((trial) => !isEquivalent(trial))
  const count = (notice: MutantTrial['notice']): number =>
    real.filter((trial) => trial.notice === notice).length
  const [failed, warned] = [count('failed'), count('warned')]
  const of = (part: number): number => (real.length === 0 ? 0 : (100 * part) / real.length)
  return {
    tried: trials.length,
    equivalent: trials.length - real.length,
    failed,
    warned,
    unnoticed: count('unnoticed'),
    unasked: count('unasked'),
    rate: of(failed),
    rateWithWarnings: of(failed + warned),
  }
}

/** What is noticed too rarely: of a vendor, or of one of its rooms, warnings counted. */
export function belowFloors(
  { vendor, all, rooms: byRoom }: MutantReport,
  floors: { readonly vendor: number; readonly room: number },
): readonly string[] {
  const rows = [
    { what: vendor, counts: all, floor: floors.vendor },
    ...rooms.map((room) => ({
      what: `${vendor}, ${room}`,
      counts: byRoom[room],
      floor: floors.room,
    })),
  ]
  return rows
    .filter(
      ({ counts: { tried, rateWithWarnings }, floor }) => tried > 0 && rateWithWarnings < floor,
    )
    .map(
      ({ what, counts, floor }) =>
        `${what}: ${counts.rateWithWarnings.toFixed(1)} % noticed, where ${floor} % are the least`,
    )
}
