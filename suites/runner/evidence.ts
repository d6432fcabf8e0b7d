import type { ShownExchange } from '../client/shown-exchange.ts'
import type { Target } from '../client/target.ts'
import type { Exchange } from '../client/transcript.ts'
import type { JudgedCheck } from '../verdict/verdict.ts'
import type { CheckReport, SuiteMessage } from './messages.ts'
import type { Session } from './session.ts'

/** What is told of a case, with what its passes rest on. */
type Told = Pick<Extract<SuiteMessage, { readonly kind: 'judged' }>, 'reports' | 'cited'>

/**
 * Adds to the reports of a case the exchanges that its passes rest on, each once, and lets go of them: there are many, and
 * nobody needs them any more.
 */
export function openEvidence(
  { transcript }: Pick<Session, 'transcript'>,
  { name: target }: Target,
  show: (exchange: Exchange) => ShownExchange,
): (judged: readonly JudgedCheck[], reports: readonly CheckReport[]) => Told {
  return (judged, reports) => {
    const rests = judged.map(({ verdict, exchanges }) => (verdict === 'pass' ? exchanges : []))
    const found = new Map(
      [...new Set(rests.flat())].flatMap((id) => {
        const exchange = transcript.get(id)
        return exchange === undefined ? [] : [[id, exchange] as const]
      }),
    )
    const shown = new Set(reports.flatMap(({ exchanges }) => exchanges.map(({ id }) => id)))
    transcript.forget([...found.keys()].filter((id) => !shown.has(id)))
    return {
      reports: reports.map((report, at) => withCites(report, rests[at] ?? [], found)),
      cited: [...found.values()].map((one) => ({ ...show(one), target })),
    }
  }
}

const withCites = (
  report: CheckReport,
  rests: readonly number[],
  found: ReadonlyMap<number, unknown>,
): CheckReport => {
  const cites = rests.filter((id) => found.has(id))
  return cites.length === 0 ? report : { ...report, cites }
}
