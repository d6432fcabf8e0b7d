import type { Interaction } from '../client/interaction.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** Whether the answers of a case fit the contract; undefined when nothing succeeded. */
export function judgeShapes(interactions: readonly Interaction[]): Judgement | undefined {
  const outputs = interactions.filter(({ reply }) => reply.kind === 'output')
  if (outputs.length === 0) return undefined
  const broken = outputs.filter(({ violations }) => violations.length > 0)
  const [worst] = broken.toSorted((a, b) => Number(allSoft(a)) - Number(allSoft(b)))
  if (worst === undefined) return { verdict: 'pass', exchanges: [] }
  const problems = worst.violations
    .map(({ pointer, message }) => `${pointer} ${message}`)
    .join('; ')
  return {
    verdict: allSoft(worst) ? 'warn' : 'fail',
    reason: `${worst.exchange.operation}: ${problems}`,
    expected: 'an answer as the contract describes it',
    received: problems,
    exchanges: [worst.exchange.id],
  }
}

const allSoft = ({ violations }: Interaction): boolean => violations.every(({ soft }) => soft)
