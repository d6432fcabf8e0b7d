import type { Operation } from '../../specs/contract/contract.ts'
import { isObject, type Json } from '../../specs/contract/json.ts'
import { verbOf } from '../../specs/vendor/dialect.ts'
import { featureOf } from '../../specs/vendor/features.ts'
import type { Vendor, VendorId } from '../../specs/vendor/vendor.ts'
import type { Verb } from '../../specs/vocabulary/verbs.ts'
import type { AnswerWatch } from '../client/client.ts'
import type { Violation } from '../client/contract-validator.ts'
import type { Exchange, Transcript } from '../client/transcript.ts'
import { sourceOf } from '../verdict/source-of.ts'
import { unreached, type Before } from '../verdict/untestable.ts'
import type { Check, Judgement, Verdict } from '../verdict/verdict.ts'
import type { Case } from './case.ts'

/** What watches a whole run: it is asked when everything else has been. */
export interface Monitor extends AnswerWatch {
  /** undefined where nothing was seen that could decide it */
  readonly judge: (operation: string) => Judgement | undefined
}

interface Seen {
  /** a success that says something */
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
      if (worst !== undefined) find(exchange, worst.soft ? 'warn' : 'fail', saying(worst))
    },
    unsayable: (exchange, violation) =>
      find(exchange, 'warn', `it holds a value that an input must not: ${saying(violation)}`),
    judge: (operation) => judgeSeen(seen.get(operation)),
  }
}

const judgeSeen = (seen: Seen | undefined): Judgement | undefined => {
  if (seen?.finding !== undefined) return seen.finding
  return seen?.answered === true ? { verdict: 'pass', exchanges: [] } : undefined
}

const saying = ({ pointer, message }: Violation): string => `${pointer} ${message}`

/** One case for each operation whose answer the contract describes; it is played when all others have been. */
export function monitoredCases(vendor: Vendor): readonly Case[] {
  return [...vendor.contract.operations.values()].filter(describesAnswer).map((operation) => {
    const verb = verbOf(vendor.dialect, operation.name)
    const check = checkOf(vendor.id, operation, verb)
    return {
      id: check.case,
      checks: [check],
      needs: verb === undefined ? [] : [featureOf(verb)],
      access: vendor.requestTemplates[operation.name]?.writes === false ? 'read' : 'write',
      after: `contract/${vendor.id}/${operation.name}`,
      run: async ({ monitor, decided, record }) => {
        const id = `contract/${vendor.id}/${operation.name}/minimal/succeeds`
        record(check.id, monitor.judge(operation.name) ?? openAs({ id, judged: decided.get(id) }))
      },
    }
  })
}

/** Where the contract describes no member but those of the protocol's own frame, no answer can break it. */
const describesAnswer = ({ output }: Operation): boolean =>
  Object.values(output['properties'] ?? {}).some(
    (member: Json) => isObject(member) && member['x-protocol'] === undefined,
  )

const checkOf = (
  vendor: VendorId,
  { name, citation }: Operation,
  verb: Verb | undefined,
): Check => ({
  id: `endpoint/${vendor}/${name}/answers-keep-the-contract`,
  title: 'Its answers keep the contract, whoever asks',
  vendor,
  case: `endpoint/${vendor}/${name}`,
  source: sourceOf(import.meta.url),
  operation: name,
  ...(verb !== undefined && { feature: featureOf(verb) }),
  axis: 'shape',
  level: 'must',
  citations: [citation],
})

const open: ReadonlySet<Verdict> = new Set<Verdict>(['absent', 'untestable', 'inconclusive'])

/** What nothing was seen of is as open as the least request of its operation. */
const openAs = (least: Before): Judgement => {
  const { judged } = least
  if (judged === undefined || !open.has(judged.verdict)) {
    return unreached(least, 'nothing was answered')
  }
  const { verdict, code, follows, reason = verdict, exchanges } = judged
  return {
    verdict,
    ...(code !== undefined && { code }),
    ...(follows !== undefined && { follows }),
    reason,
    exchanges,
  }
}
