import type { AnswerWatch } from '../client/client-parts.ts'
import type { Violation } from '../client/contract-validator.ts'
import type { Exchange, Transcript } from '../client/transcript.ts'
import type { Judgement } from '../verdict/verdict.ts'

interface Seen {
  /** a success whose answer holds something */
  answered: boolean
  finding?: Judgement
  /** what is soft, by the fact that it is */
  readonly soft: Map<string, Judgement>
}

/** Facts of one operation that are remembered: an endpoint may have a newer value in every answer. */
const mostFacts = 100

/** What is remembered of how answers keep the contract. */
export interface ContractWatch extends Pick<AnswerWatch, 'answered' | 'unsayable'> {
  /** undefined where nothing was seen that could decide it */
  readonly judge: (operation: string) => Judgement | undefined
}

/**
 * Watches whether the answers of each operation keep the contract, whoever asked: also values that no other
 * operation's input may hold, such as an id off its pattern. The suite sends those on as they came. A newer value is one
 * fact in whatever answers it is met: the first operation that shows it tells of it, in the order of their names.
 */
export function openContractWatch({ keep }: Pick<Transcript, 'keep'>): ContractWatch {
  const seen = new Map<string, Seen>()
  const of = (operation: string): Seen => {
    const known = seen.get(operation) ?? { answered: false, soft: new Map() }
    seen.set(operation, known)
    return known
  }
  const findSoft = (exchange: Exchange, violation: Violation, said = ''): void => {
    const { soft } = of(exchange.operation)
    const fact = factOf(violation)
    if (soft.has(fact) || soft.size >= mostFacts) return
    keep(exchange.id)
    soft.set(fact, findingOf('warn', exchange, `${said}${textOf(violation)}`))
  }
  return {
    answered: ({ exchange, reply, violations }) => {
      if (reply.kind !== 'output') return
      const operation = of(exchange.operation)
      if (Object.keys(reply.output).length > 0) operation.answered = true
      for (const violation of violations.filter(({ soft }) => soft)) findSoft(exchange, violation)
      const broken = violations.find(({ soft }) => !soft)
      // the first finding stands
      if (broken === undefined || operation.finding !== undefined) return
      keep(exchange.id)
      operation.finding = findingOf('fail', exchange, textOf(broken))
    },
    unsayable: (exchange, violation) =>
      findSoft(exchange, violation, 'it holds a value that an input must not: '),
    judge: (operation) => judgeSeen(seen, operation),
  }
}

/** What one fact is told by: the same value in the same member is no other one in another answer. */
const factOf = ({ pointer, keyword, value }: Violation): string => {
  const steps = pointer.split('/').filter((step) => !/^\d+$/u.test(step))
  return JSON.stringify([steps.at(-1), keyword, value])
}

const findingOf = (verdict: 'fail' | 'warn', { id }: Exchange, received: string): Judgement => {
  const expected = 'an answer as the contract describes it'
  return { verdict, reason: received, expected, received, exchanges: [id] }
}

const judgeSeen = (all: ReadonlyMap<string, Seen>, operation: string): Judgement | undefined => {
  const seen = all.get(operation)
  if (seen === undefined) return undefined
  if (seen.finding !== undefined) return seen.finding
  const own = [...seen.soft].find(([fact]) => tellerOf(all, fact) === operation)
  if (own !== undefined) return own[1]
  return seen.answered ? { verdict: 'pass', exchanges: [] } : undefined
}

/** The operation that tells of a soft fact: one that has nothing worse to tell. */
const tellerOf = (all: ReadonlyMap<string, Seen>, fact: string): string | undefined =>
  [...all]
    .filter(([, { soft, finding }]) => soft.has(fact) && finding === undefined)
    .map(([operation]) => operation)
    .toSorted()
    .at(0)

const textOf = ({ pointer, message }: Violation): string => `${pointer} ${message}`
