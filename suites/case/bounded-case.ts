import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { TallyCounts } from '../client/tally.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Case } from './case.ts'
import { watchingCase } from './watching-case.ts'

/**
 * Whether what came could be read by a client that keeps to limits: of an answer, of all large ones together, of the
 * pages of lists. What is beyond is not read, and leaves open what it would have decided.
 */
export function boundedCase(vendor: Vendor): Case {
  return watchingCase(vendor, {
    name: 'answers-are-bounded',
    title: 'Answers and lists are no larger than clients read',
    source: sourceOf(import.meta.url),
    citations: [
      { kind: 'protocol', source: 'RFC 8259, section 9' },
      { kind: 'protocol', source: 'RFC 9110, sections 5.4 and 17.5' },
    ],
    judge: ({ monitor, client }) => monitor.judgeExcess() ?? boundedSoFar(client.counts()),
  })
}

/** Of what did not answer anything nothing is known. */
const boundedSoFar = ({ answers }: TallyCounts): Judgement | undefined =>
  answers === 0 ? undefined : { verdict: 'pass', exchanges: [] }
