import { whyOpen } from '../actors/outcome-of.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import type { Interaction } from '../client/interaction.ts'
import { firmer } from '../verdict/basis.ts'
import { NotSettled, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import { isRead } from './is-read.ts'
import type { HarmlessCall } from './proper-call.ts'
import { callerOf } from './send-spoiled-calls.ts'
import type { ProperCall, Spoils } from './spoiled-call.ts'
import { neededFor, type ProtocolParts } from './spoiled-case.ts'
import { validities, type Validity } from './validities.ts'

/** Whether signatures and tokens are believed for as long as they are valid: what is refused too early is as wrong. */
export function validityCase(parts: ProtocolParts): Case {
  const { vendor, proper } = parts
  const id = `protocol/${vendor.id}/validity`
  const planned = validities
    .filter(({ applies }) => applies(vendor))
    .map((validity) => ({ validity, check: checkOf(parts, id, validity) }))
  return {
    id,
    checks: planned.map(({ check }) => check),
    needs: neededFor(vendor, proper, { feature: 'signatures' }),
    access: proper.access,
    run: async (context) => {
      for (const { check, validity } of planned) {
        if (!context.wanted(check.id)) continue
        context.record(check.id, await judge(context, proper, validity))
      }
    },
  }
}

const checkOf = (
  { vendor, basis, proper }: ProtocolParts,
  prefix: string,
  { what, title }: Validity,
): Check => {
  const id = `${prefix}/${what}`
  const { level, citations } = basis(id)
  return {
    id,
    title,
    level: firmer(level, 'should'),
    vendor: vendor.id,
    case: prefix,
    source: sourceOf(import.meta.url),
    operation: proper.operation,
    feature: 'signatures',
    axis: 'protocol',
    citations: [...citations, { kind: 'protocol', source: vendor.protocol.signature }],
  }
}

/** One of them that is believed is enough: a clock may differ to one side. */
const judge = async (
  context: CaseContext,
  proper: HarmlessCall,
  { young, valid }: Validity,
): Promise<Judgement> => {
  const first = await send(context, proper, young)
  const exchanges = [first.exchange.id]
  const open = whyOpen(context.vendor, first)
  if (open !== undefined) throw new NotSettled(open, exchanges)
  if (!isRead(context.vendor, first, 'wire.expired')) {
    throw new PrerequisiteMissing('SETUP_FAILED', 'not even a younger one is believed', exchanges)
  }
  const sent: Interaction[] = []
  for (const spoil of valid) sent.push(await send(context, proper, spoil))
  return judgeAll(context, sent)
}

const judgeAll = ({ vendor }: CaseContext, sent: readonly Interaction[]): Judgement => {
  const exchanges = sent.map(({ exchange }) => exchange.id)
  if (sent.some((one) => whyOpen(vendor, one) === undefined && isRead(vendor, one, 'wire.expired')))
    return { verdict: 'pass', exchanges }
  const reason = sent.map((one) => whyOpen(vendor, one)).find((why) => why !== undefined)
  if (reason !== undefined) return { verdict: 'inconclusive', reason, exchanges }
  return {
    verdict: 'fail',
    reason: 'what is valid yet is refused, where a younger one is not',
    expected: 'the call is carried out, or refused for what it asks',
    received: sent.map(({ exchange }) => `HTTP ${exchange.answer?.status ?? 0}`).join(', '),
    exchanges,
  }
}

const send = async (
  context: CaseContext,
  proper: HarmlessCall,
  spoil: (proper: ProperCall) => Spoils,
): Promise<Interaction> => {
  const caller = await callerOf(context, proper)
  const { credentials } = caller.principal
  return caller.raw({ ...proper, ...spoil({ credentials, now: context.now() }) })
}
