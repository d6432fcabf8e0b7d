import type { Interaction } from '../client/interaction.ts'
import type { Judgement } from '../verdict/verdict.ts'

/**
 * Whether the answers of a case fit the contract; undefined when nothing succeeded. What is soft (a newer value, a number
 * that was only published) is one fact however often it is met: the monitor tells it once, of its operation.
 */
export function judgeShapes(interactions: readonly Interaction[]): Judgement | undefined {
  const outputs = interactions.filter(({ reply }) => reply.kind === 'output')
  if (outputs.length === 0) return undefined
  const broken = outputs.find(({ violations }) => violations.some(({ soft }) => !soft))
  if (broken === undefined) return { verdict: 'pass', exchanges: [] }
  const problems = broken.violations
    .filter(({ soft }) => !soft)
    .map(({ pointer, message }) => `${pointer} ${message}`)
    .join('; ')
  return {
    verdict: 'fail',
    reason: `${broken.exchange.operation}: ${problems}`,
    expected: 'an answer as the contract describes it',
    received: problems,
    exchanges: [broken.exchange.id],
  }
}
