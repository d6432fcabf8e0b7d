import { judgeShapes } from '../case/judge-shapes.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { OperationRun } from './operation-run.ts'

/** Judges the shape and the headers of every success, except where a wrong request got it. */
export function judgeAnswers({ plan, context, calls }: OperationRun): void {
  const { shape, headers } = plan.common
  const judged = judgeShapes(calls.successes)
  if (shape !== undefined && judged !== undefined) context.record(shape.id, judged)
  if (calls.successes.length > 0) context.record(headers.id, judgeHeaders(calls.successes))
}

const judgeHeaders = (successes: readonly Interaction[]): Judgement => {
  for (const { reply, exchange } of successes) {
    const received = reply.kind === 'output' ? reply.notes.map(({ says }) => says).join('; ') : ''
    const exchanges = [exchange.id]
    if (received !== '') return { verdict: 'fail', reason: received, received, exchanges }
  }
  return { verdict: 'pass', exchanges: [] }
}
