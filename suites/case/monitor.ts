import type { AnswerWatch } from '../client/client-parts.ts'
import type { Violation } from '../client/contract-validator.ts'
import type { Exchange, Transcript } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** Watches a whole run; it judges when everything else is decided. */
export interface Monitor extends AnswerWatch {
  /** undefined where nothing was seen that could decide it */
  readonly judge: (operation: string) => Judgement | undefined
}

interface Seen {
  /** a success whose answer holds something */
  answered: boolean
  finding?: Judgement
}

/**
 * Watches whether the answers of each operation keep the contract, whoever asked: also values that no other
 * operation's input may hold, such as an id off its pattern. The suite sends those on as they came.
 */
export function openMonitor(transcript: Pick<Transcript, 'keep'>): Monitor {
  const seen = new Map<string, Seen>()
  const of = (operation: string): Seen => {
    const known = seen.get(operation) ?? { answered: false }
    seen.set(operation, known)
    return known
  }
  const find = (exchange: Exchange, verdict: 'fail' | 'warn', received: string): void => {
    const operation = of(exchange.operation)
    // the first finding stands, unless a firmer one comes
    if (operation.finding !== undefined && operation.finding.verdict !== 'warn') return
    if (operation.finding !== undefined && verdict === 'warn') return
    transcript.keep(exchange.id)
    const expected = 'an answer as the contract describes it'
    operation.finding = { verdict, reason: received, expected, received, exchanges: [exchange.id] }
  }
  return {
    answered: ({ exchange, reply, violations }) => {
      if (reply.kind !== 'output') return
      if (Object.keys(reply.output).length > 0) of(exchange.operation).answered = true
      const worst = violations.find(({ soft }) => !soft) ?? violations[0]
      if (worst !== undefined) find(exchange, worst.soft ? 'warn' : 'fail', textOf(worst))
    },
    unsayable: (exchange, violation) =>
      find(exchange, 'warn', `it holds a value that an input must not: ${textOf(violation)}`),
    judge: (operation) => judgeSeen(seen.get(operation)),
  }
}

const judgeSeen = (seen: Seen | undefined): Judgement | undefined => {
  if (seen?.finding !== undefined) return seen.finding
  return seen?.answered === true ? { verdict: 'pass', exchanges: [] } : undefined
}

const textOf = ({ pointer, message }: Violation): string => `${pointer} ${message}`
