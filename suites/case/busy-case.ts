import type { Vendor } from '../../specs/vendor/vendor.ts'
import { waysToFail } from '../client/superseded.ts'
import type { TallyCounts } from '../client/tally.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { unreached } from '../verdict/untestable.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import type { Case } from './case.ts'

/**
 * Whether the endpoint answered at all, or only that it is busy: then nothing is known of it, and the run ends early. It
 * tells, too, how many calls were answered only when they were repeated. It runs when all others have.
 */
export function busyCase({ id: vendor, contract }: Vendor): Case {
  const id = `endpoint/${vendor}/is-not-busy`
  const [operation = ''] = contract.operations.keys()
  const asked = `contract/${vendor}/${operation}`
  const after = { id: `${asked}/is-implemented`, case: asked }
  const check: Check = {
    id,
    title: 'It answers, also where it is busy now and then',
    vendor,
    case: id,
    source: sourceOf(import.meta.url),
    axis: 'protocol',
    level: 'should',
    citations: [
      { kind: 'protocol', source: 'RFC 6585, section 4' },
      { kind: 'protocol', source: 'RFC 9110, section 15.6.4' },
    ],
  }
  return {
    id,
    checks: [check],
    needs: [],
    access: 'read',
    after,
    run: async ({ client, decided, record }) => {
      const counts = client.counts()
      const before = { id: after.id, judged: decided.get(after.id) }
      record(
        check.id,
        counts.calls === 0
          ? unreached(before, 'nothing was asked')
          : judge(client.isSwamped(), counts),
      )
    },
  }
}

const judge = (swamped: boolean, counts: TallyCounts): Judgement => {
  const received = repeatedText(counts)
  const shown = { ...(received !== undefined && { received }), exchanges: [] }
  if (!swamped) return { verdict: 'pass', ...shown }
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

const inThousands = (count: number): string => count.toLocaleString('en-US')
