import type { Actor } from '../actors/actor.ts'
import { whyOpen } from '../actors/outcome-of.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Interaction } from '../client/interaction.ts'
import { NotSettled, PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { judgedSteps, type Steps } from '../verdict/steps.ts'
import { untestable } from '../verdict/untestable.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import { isRead } from './is-read.ts'
import { judgeMessage, type MessageStep } from './judge-message.ts'
import { judgeStatuses } from './judge-statuses.ts'
import type { HarmlessCall } from './proper-call.ts'
import type { SpoiledCall } from './spoiled-call.ts'

/** A spoiled call with the checks that it decides. */
export interface PlannedCall {
  readonly spoiled: SpoiledCall
  readonly refused: Check
  readonly code?: Check
}

/** Which spoiled calls are sent, and the id of the check about the statuses of all of them. */
export interface WantedCalls {
  readonly wanted: readonly PlannedCall[]
  readonly statuses: string | undefined
}

/**
 * The spoiled calls first; that they are refused counts only when the same call unspoiled succeeds. One that slips
 * through counts at once. Where a call can be made only once, another account makes those that come after it.
 */
export async function sendSpoiledCalls(
  context: CaseContext,
  proper: HarmlessCall,
  { wanted, statuses }: WantedCalls,
): Promise<void> {
  let caller = await callerOf(context, proper)
  const sent = []
  for (const call of wanted) {
    const interaction = await send(context, { caller, proper, spoiled: call.spoiled })
    const judged = judgeMessage(context.vendor, call.spoiled, interaction)
    sent.push({ call, judged, interaction })
    if (interaction.reply.kind !== 'output') continue
    context.record(call.refused.id, judged.refused)
    if (proper.once === true) caller = await callerOf(context, proper)
  }
  await ensureTwin(context, caller, proper)
  for (const { call, judged } of sent) {
    const unread = await whyUnread(context, { caller, proper, spoiled: call.spoiled })
    recordBoth(context, call, unread === undefined ? judged : { refused: unread, code: unread })
  }
  if (statuses === undefined) return
  const answered = sent.map(({ interaction }) => interaction)
  context.record(statuses, judgeStatuses(context.vendor, answered))
}

/** Who makes the next call: an owner, or anybody new where it can be made only once. */
export const callerOf = (
  { actors }: CaseContext,
  { once: onlyOnce }: HarmlessCall,
): Promise<Actor> => (onlyOnce === true ? actors.standalone() : actors.owner())

/** Throws `PrerequisiteMissing` when the unspoiled call does not succeed, `NotSettled` when nobody can tell. */
const ensureTwin = async (
  { vendor }: CaseContext,
  caller: Actor,
  proper: HarmlessCall,
): Promise<void> => {
  const twin = await caller.raw(proper)
  if (twin.reply.kind === 'output') return
  const exchanges = [twin.exchange.id]
  const open = whyOpen(vendor, twin)
  if (open !== undefined) throw new NotSettled(open, exchanges)
  const problem = 'the same call unspoiled does not succeed'
  throw new PrerequisiteMissing('SETUP_FAILED', problem, exchanges)
}

const recordBoth = (context: CaseContext, call: PlannedCall, judged: Steps<MessageStep>): void => {
  for (const [id, judgement] of judgedSteps(judged, (step) => call[step]?.id)) {
    context.record(id, judgement)
  }
}

/** Why the refusal shows nothing: what is spoiled is a thing that this endpoint does not read at all. */
const whyUnread = async (
  context: CaseContext,
  { spoiled, ...rest }: SpoiledRequest,
): Promise<Judgement | undefined> => {
  const { twin } = spoiled
  if (twin === undefined) return undefined
  const interaction = await send(context, { ...rest, spoiled: { ...spoiled, spoil: twin } })
  if (isRead(context.vendor, interaction, spoiled.refusal)) return undefined
  const reason = 'the same without the fault is not read either'
  return untestable('SETUP_FAILED', reason, [interaction.exchange.id])
}

/** A spoiled call, and who makes it. */
interface SpoiledRequest {
  readonly caller: Actor
  readonly proper: HarmlessCall
  readonly spoiled: SpoiledCall
}

const send = (
  context: CaseContext,
  { caller, proper, spoiled }: SpoiledRequest,
): Promise<Interaction> => {
  const { bodyLimit } = context.vendor.protocol
  const spoils = spoiled.spoil({
    credentials: caller.principal.credentials,
    now: context.now(),
    ...(proper.naming !== undefined && { naming: proper.naming }),
    ...(bodyLimit !== undefined && { bodyLimit }),
  })
  return caller.raw({ ...proper, ...spoils, deliberate: true })
}
