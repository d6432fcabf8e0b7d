import type { Vendor } from '../../specs/vendor/vendor.ts'
import { inThousands } from '../client/in-thousands.ts'
import { waysToFail } from '../client/superseded.ts'
import type { TallyCounts } from '../client/tally.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Case } from './case.ts'
import { watchingCase } from './watching-case.ts'

/**
 * Whether the endpoint answered at all, or only that it is busy: then nothing is known of it, and the run ends early. It
 * tells, too, how many calls were answered only when they were repeated. It runs when all others have.
 */
export function busyCase(vendor: Vendor): Case {
  return watchingCase(vendor, {
    name: 'is-not-busy',
    title: 'It answers, also where it is busy now and then',
    source: sourceOf(import.meta.url),
    citations: [
      { kind: 'protocol', source: 'RFC 6585, section 4' },
      { kind: 'protocol', source: 'RFC 9110, section 15.6.4' },
    ],
    judge: ({ client }) => judge(client.isSwamped(), client.counts()),
  })
}

const judge = (swamped: boolean, counts: TallyCounts): Judgement | undefined => {
  const received = repeatedText(counts)
  const shown = { ...(received !== undefined && { received }), exchanges: [] }
  if (!swamped) return counts.answers === 0 ? undefined : { verdict: 'pass', ...shown }
  const reason = `nothing but busy answers came any more, ${counts.busy} to ${counts.calls} calls`
  return { verdict: 'inconclusive', reason, ...shown }
}

/** How many calls were answered only when they were repeated, and what came before; undefined where none was. */
const repeatedText = ({ calls, flaky }: TallyCounts): string | undefined => {
  const ways = waysToFail.filter((way) => flaky[way] > 0)
  if (ways.length === 0) return undefined
  const sum = ways.reduce((all, way) => all + flaky[way], 0)
  const each = ways.map((way) => `${way} ${inThousands(flaky[way])}`).join(', ')
  return `repeated: ${inThousands(sum)} of ${inThousands(calls)} calls (${each})`
}
