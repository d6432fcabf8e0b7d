import type { CheckReport } from '../../../../suites/runner/messages.ts'
import { axes, type JudgedCheck } from '../../../../suites/verdict/verdict.ts'
import { exchanged, inventedResults, judged } from '../../../results/invented-results.ts'
import type { Results } from '../../../results/results.ts'

/** Results of so many checks of sixty operations, a fifth of which find something or stay open. */
export function manyChecks(count: number): Results {
  const reports = Array.from({ length: count }, (_, at) => reportAt(at))
  return inventedResults({ reports })
}

const reportAt = (at: number): CheckReport => {
  const operation = `Operation${at % 60}`
  const question = Math.floor(at / 60)
  const check = judged(`contract/aws/${operation}/member${question}/constraint/too-long`, {
    case: `contract/aws/${operation}`,
    title: `Member ${question} of ${operation} that is too long is refused`,
    operation,
    axis: axes[question % axes.length] ?? 'behaviour',
    ...foundAt(at, operation),
  })
  return { judged: check, exchanges: check.exchanges.map((id) => exchangeOf(id, operation)) }
}

const foundAt = (at: number, operation: string): Partial<JudgedCheck> => {
  const calls = [at * 3 + 1, at * 3 + 2, at * 3 + 3]
  const received = `${operation} is refused: HTTP 400 Code${at % 97}`
  const told = { expected: `${operation} is refused: Fitting`, received, exchanges: calls }
  if (at % 20 === 7) return { ...told, verdict: 'fail', reason: `Code${at % 97} is not the code` }
  if (at % 20 === 11) return { ...told, verdict: 'warn', level: 'should', reason: 'soft' }
  if (at % 10 === 3) return { verdict: 'untestable', code: 'NO_QUOTA', reason: 'no room' }
  return {}
}

const exchangeOf = (id: number, operation: string): CheckReport['exchanges'][number] => {
  const one = exchanged(id)
  return {
    ...one,
    operation,
    account: String(111_122_220_000 + (id % 5000)),
    request: {
      ...one.request,
      body: JSON.stringify({ Name: `unit-${id}`, Text: 'x'.repeat(120) }),
    },
    answer: { status: 400, headers: {}, body: JSON.stringify({ Message: 'y'.repeat(200), id }) },
  }
}
