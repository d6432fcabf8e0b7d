import type { Level } from '../../specs/vendor/requirement.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Axis, Check } from '../verdict/verdict.ts'
import type { CheckMaker } from './check-maker.ts'
import type { CommonChecks } from './plan.ts'

const source = sourceOf(import.meta.url)

type Word = keyof CommonChecks

const sayings: Readonly<Record<Word, readonly [key: string, title: string, axis: Axis]>> = {
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
  /** it writes, and there are requests that it ought to refuse */
  readonly refusable: boolean
}

/** The checks that every operation has. That refusals change nothing is as firm as the register says. */
export function commonChecks(
  maker: CheckMaker,
  { shaped, yields, refusable }: CommonParts,
): CommonChecks {
  const say = (word: Word, level: Level): Check => {
    const [key, title, axis] = sayings[word]
    return maker.check({ key, title, axis, level, citations: [], source })
  }
  const claimed = maker.claimed(sayings.unchanged[0])
  return {
    implemented: say('implemented', 'must'),
    succeeds: say('succeeds', 'must'),
    headers: say('headers', 'should'),
    ...(shaped && { shape: say('shape', 'must') }),
    ...(yields && { yields: say('yields', 'must') }),
    ...(refusable && { unchanged: say('unchanged', claimed === 'must' ? 'must' : 'should') }),
  }
}
