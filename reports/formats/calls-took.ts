import type { CheckResult, ExchangeResult } from '../results/results.ts'

/**
 * Milliseconds that the endpoint took for the calls that checks rest on, each once; undefined where the results show none,
 * or nothing could be asked. It is the only time of a check that is measured: cases ask several at once, beside others.
 */
export function callsTook(
  checks: readonly Pick<CheckResult, 'verdict' | 'exchanges'>[],
  exchanges: ReadonlyMap<number, ExchangeResult>,
): number | undefined {
  const asked = checks.filter(({ verdict }) => verdict !== 'untestable')
  const ids = new Set(asked.flatMap((check) => check.exchanges))
  const took = [...ids].flatMap((id) => exchanges.get(id)?.took ?? [])
  return took.length === 0 ? undefined : took.reduce((sum, one) => sum + one, 0)
}
