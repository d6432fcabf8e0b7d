import type { Level } from '../../specs/vendor/requirement.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Axis, Check } from '../verdict/verdict.ts'
import type { CheckMaker } from './check-maker.ts'
import type { CommonChecks } from './plan.ts'

const source = sourceOf(import.meta.url)

const wordings: Readonly<
  Record<keyof CommonChecks, readonly [key: string, title: string, axis: Axis]>
> = {
  implemented: ['is-implemented', 'The operation is implemented', 'protocol'],
  succeeds: ['minimal/succeeds', 'The least valid request succeeds', 'behaviour'],
  yields: ['minimal/yields', 'The answer holds what it was asked for', 'behaviour'],
  shape: ['answer/shape', 'Its answers fit the contract', 'shape'],
  headers: ['answer/headers', 'Its answers carry the headers of the protocol', 'protocol'],
  unchanged: [
    'refused-requests-change-nothing',
    'Refused requests leave the organization as it was',
    'atomicity',
  ],
}

/** What the common checks of an operation depend on. */
export interface CommonParts {
  /** the contract describes its answer */
  readonly shaped: boolean
  /** its answer has a purpose that can be looked for */
  readonly yields: boolean
  /** it writes, there are requests that it ought to refuse, and what they change can be seen */
  readonly refusable: boolean
}

/** The checks that every operation has. The level of `unchanged` is the register's. */
export function commonChecks(
  maker: CheckMaker,
  { shaped, yields, refusable }: CommonParts,
): CommonChecks {
  const checkFor = (name: keyof CommonChecks, level: Level): Check => {
    const [key, title, axis] = wordings[name]
    return maker.check({ key, title, axis, level, citations: [], source })
  }
  const claimed = maker.claimed(wordings.unchanged[0])
  return {
    implemented: checkFor('implemented', 'must'),
    succeeds: checkFor('succeeds', 'must'),
    headers: checkFor('headers', 'should'),
    ...(shaped && { shape: checkFor('shape', 'must') }),
    ...(yields && { yields: checkFor('yields', 'must') }),
    ...(refusable && { unchanged: checkFor('unchanged', claimed === 'must' ? 'must' : 'should') }),
  }
}
