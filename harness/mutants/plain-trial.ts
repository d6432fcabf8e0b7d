import type { Mutant } from './mutant.ts'
import type { MutantTrial } from './try-mutant.ts'

/** A trial as data: without the endpoint itself. */
export interface PlainTrial
  extends
    Pick<Mutant, 'id' | 'room' | 'operator' | 'place' | 'original' | 'mutated'>,
    Omit<MutantTrial, 'mutant'> {
  /** ids of the cases that come by it, those that send little first */
  readonly met: readonly string[]
}

/** A trial as data, to be written or sent. */
export function plainTrial({ mutant, ...trial }: MutantTrial): PlainTrial {
  const { id, room, operator, place, original, mutated, met } = mutant
  const cases = met.map((record) => record.case.id)
  return { id, room, operator, place, original, mutated, ...trial, met: cases }
}
