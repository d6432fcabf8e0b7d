import { reasonText, type Judgement } from '../../suites/verdict/verdict.ts'

/** Why a check came to what it did, where what was expected and received does not say it already. */
export function whyOf(
  judged: Pick<Judgement, 'code' | 'reason' | 'expected' | 'received'>,
): string | undefined {
  const { expected, received } = judged
  const why = reasonText(judged)
  const said = `${received} where ${expected}`
  return why === undefined || why === said || begins(received, why) ? undefined : why
}

const begins = (whole: string | undefined, part: string): boolean =>
  whole?.startsWith(part) === true
