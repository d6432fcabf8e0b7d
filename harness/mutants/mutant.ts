import type { Fault } from '../../endpoint/fault.ts'
import type { CaseRecord } from './case-record.ts'
import type { HonestRecord } from './honest-record.ts'
import { roomOf, type Room } from './places.ts'
import type { Point } from './points.ts'

/** A point of the code that is on. */
interface WrongCode {
  readonly point: number
  /** whether it is part of what is made before anything is asked */
  readonly table: boolean
  /** whether an instance of its own is needed, so that nothing is left behind for the next mutant */
  readonly fresh: boolean
}

/** It keeps what it has made for every endpoint of the same modules: what the first case makes, all others go by. */
const keeping = 'endpoint/input-check'

/** An endpoint that a machine made wrong in one way. */
export interface Mutant {
  readonly id: string
  readonly room: Room
  readonly operator: string
  /** where it is wrong: file and line, or operation and member */
  readonly place: string
  /** what stands there, and what it was changed to */
  readonly original: string
  readonly mutated: string
  /** in the code, or in the steps that answer */
  readonly wrong: WrongCode | { readonly fault: Fault }
  /** the cases that come by it */
  readonly met: readonly CaseRecord[]
}

/** The mutants of the code that some case comes by, and how many points none does. */
export function codeMutants(honest: HonestRecord): {
  readonly mutants: readonly Mutant[]
  readonly unreached: readonly Point[]
} {
  const { code, tables, cases, asker } = honest
  const metBy = new Map<number, CaseRecord[]>()
  for (const record of cases)
    for (const point of record.met) metBy.set(point, [...(metBy.get(point) ?? []), record])
  const all = code.points.map((point, number) => {
    const table = tables.has(number)
    const own = metBy.get(number) ?? []
    const everywhere = table || (point.file === keeping && own.length > 0)
    return { point, number, table, met: everywhere ? cases : own }
  })
  return {
    mutants: all
      .filter(({ met }) => met.length > 0)
      .map(({ point, number, table, met }) => ({
        id: point.id,
        room: roomOf(asker.vendor.id, point.file) ?? 'model',
        operator: point.operator,
        place: `${point.file}:${point.line}`,
        original: point.original,
        mutated: point.mutated,
        wrong: { point: number, fresh: table || point.file === keeping, table },
        met,
      })),
    unreached: all.filter(({ met }) => met.length === 0).map(({ point }) => point),
  }
}
