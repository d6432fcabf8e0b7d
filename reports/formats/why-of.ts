import { reasonText, type Judgement } from '../../suites/verdict/verdict.ts'

/** Why a check came to what it did, where what was expected and received does not say it already. */
export function whyOf(
  judged: Pick<Judgement, 'code' | 'reason' | 'expected' | 'received'>,
): string | undefined {
  const { expected, received } = judged
  const reason = reasonText(judged)
  const said =
    reason === undefined ||
    received?.startsWith(reason) === true ||
    reason === `${received} where ${expected}`
  return said ? undefined : reason
}
