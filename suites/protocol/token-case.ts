import type { Citation } from '../../specs/contract/citation.ts'
import { whyOpen } from '../actors/outcome-of.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import type { Interaction } from '../client/interaction.ts'
import { NotSettled, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import { isRead } from './is-read.ts'
import type { HarmlessCall } from './proper-call.ts'
import { callerOf } from './send-spoiled-calls.ts'
import { neededFor, type ProtocolParts } from './spoiled-case.ts'
import { token } from './spoiled-tokens.ts'

const minutes = 60_000

/** Tokens that are good for a whole day yet, or still for an hour. */
const ages = [
  { what: 'hour-old', title: 'A token that was issued an hour ago is good', age: 60 * minutes },
  { what: 'day-old', title: 'A token of 23 hours is good', age: 23 * 60 * minutes },
]

/**
 * Whether tokens are good for as long as they are valid: of an endpoint that reads those which a secret seals. Others issue
 * theirs, which only they can read.
 */
export function tokenCase(parts: ProtocolParts): Case {
  const { vendor, proper } = parts
  const id = `protocol/${vendor.id}/token`
  const planned = ages.map((one) => ({ ...one, check: checkOf(parts, id, one) }))
  return {
    id,
    checks: planned.map(({ check }) => check),
    needs: neededFor(vendor, proper, { feature: 'signatures' }),
    access: proper.access,
    run: async (context) => {
      await ensureReading(context, proper)
      for (const { check, age } of planned.filter((one) => context.wanted(one.check.id))) {
        context.record(check.id, judge(context, await send(context, proper, age)))
      }
    },
  }
}

const checkOf = (
  { vendor, basis, proper }: ProtocolParts,
  prefix: string,
  { what, title }: { readonly what: string; readonly title: string },
): Check => {
  const id = `${prefix}/${what}`
  const { level, citations } = basis(id)
  const page: Citation = { kind: 'protocol', source: vendor.protocol.signature }
  return {
    id,
    title,
    level,
    vendor: vendor.id,
    case: prefix,
    source: sourceOf(import.meta.url),
    operation: proper.operation,
    feature: 'signatures',
    axis: 'protocol',
    citations: [...citations, page],
  }
}

/** Older than clocks may differ by, and younger than every token that is asked about. */
const young = 20 * minutes

/** Whoever does not read a young token reads none of ours. */
const ensureReading = async (context: CaseContext, proper: HarmlessCall): Promise<void> => {
  const fresh = await send(context, proper, young)
  if (isRead(context.vendor, fresh, 'wire.invalid-token')) return
  const exchanges = [fresh.exchange.id]
  const open = whyOpen(context.vendor, fresh)
  if (open !== undefined) throw new NotSettled(open, exchanges)
  throw new PrerequisiteMissing('SETUP_FAILED', 'tokens of the suite are not read', exchanges)
}

const send = async (
  context: CaseContext,
  proper: HarmlessCall,
  age: number,
): Promise<Interaction> => {
  const caller = await callerOf(context, proper)
  const { credentials } = caller.principal
  return caller.raw({ ...proper, ...token(-age)({ credentials, now: context.now() }) })
}

const judge = ({ vendor }: CaseContext, interaction: Interaction): Judgement => {
  const { reply, exchange } = interaction
  const exchanges = [exchange.id]
  const reason = whyOpen(vendor, interaction)
  if (reason !== undefined) return { verdict: 'inconclusive', reason, exchanges }
  if (isRead(vendor, interaction, 'wire.expired')) return { verdict: 'pass', exchanges }
  const said = reply.kind === 'refusal' ? ` ${reply.code}` : ''
  return {
    verdict: 'fail',
    reason: 'a token that is valid yet is refused, where a younger one is not',
    expected: 'the call is carried out, or refused for what it asks',
    received: `HTTP ${exchange.answer?.status ?? 0}${said}`,
    exchanges,
  }
}
