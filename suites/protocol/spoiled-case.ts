import type { Citation } from '../../specs/contract/citation.ts'
import { featureOf, type Feature } from '../../specs/vendor/features.ts'
import { answersTo } from '../../specs/vendor/refusals.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import type { Interaction } from '../client/interaction.ts'
import type { Principal } from '../client/target.ts'
import { softer, type Basis } from '../verdict/basis.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { sameWord } from '../verdict/judge.ts'
import { judgedSteps, type Steps } from '../verdict/steps.ts'
import { untestable } from '../verdict/untestable.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import { judgeMessage, type MessageStep } from './judge-message.ts'
import type { HarmlessCall } from './proper-call.ts'
import type { SpoiledArea, SpoiledCall } from './spoiled-call.ts'

/** What the checks of a vendor's protocol share. */
export interface ProtocolParts {
  readonly vendor: Vendor
  readonly basis: (check: string) => Basis
  readonly proper: HarmlessCall
}

interface AskedCall {
  readonly spoiled: SpoiledCall
  readonly refused: Check
  readonly code?: Check
}

/** A case that spoils a harmless call in every way of an area. */
export function spoiledCase(parts: ProtocolParts, area: SpoiledArea): Case {
  const { vendor, proper } = parts
  const id = `protocol/${vendor.id}/${area.area}`
  const calls = area.calls.filter(({ applies }) => applies?.(vendor) ?? true)
  const asked = calls.map((spoiled) => checksFor(parts, area, { id, spoiled, proper }))
  return {
    id,
    checks: asked.flatMap(({ refused, code }) =>
      code === undefined ? [refused] : [refused, code],
    ),
    needs: neededFor(proper, area),
    access: proper.once === true ? 'write' : 'read',
    run: (context) => play(context, proper, asked),
  }
}

const neededFor = ({ once, verb }: HarmlessCall, { feature }: SpoiledArea): readonly Feature[] => {
  const all: readonly Feature[] = [
    // an owner calls, unless nobody has to own anything
    ...(once === true ? [] : (['organizations'] as const)),
    featureOf(verb),
    ...(feature === undefined ? [] : [feature]),
  ]
  return [...new Set(all)]
}

const checksFor = (
  { vendor, basis }: ProtocolParts,
  area: SpoiledArea,
  {
    id: prefix,
    spoiled,
    proper,
  }: { readonly id: string; readonly spoiled: SpoiledCall; readonly proper: HarmlessCall },
): AskedCall => {
  const id = `${prefix}/${spoiled.what}`
  const says = spoiled.source?.(vendor) ?? area.source(vendor)
  const page: Citation = { kind: 'protocol', source: says }
  const row = vendor.refusals.refusals[spoiled.refusal]?.level ?? 'may'
  const check = (ending: { readonly id: string; readonly title: string }, level: Level): Check => ({
    ...ending,
    vendor: vendor.id,
    case: prefix,
    source: area.file,
    operation: proper.operation,
    feature: area.feature ?? featureOf(proper.verb),
    refusal: spoiled.refusal,
    axis: 'protocol',
    level,
    citations: [...basis(ending.id).citations, page],
  })
  return {
    spoiled,
    refused: check({ id, title: `${spoiled.title} is refused` }, 'should'),
    ...(spoiled.silent !== true && {
      code: check(
        { id: `${id}/code`, title: `${spoiled.title} gets the right code` },
        softer('should', row),
      ),
    }),
  }
}

/**
 * The spoiled calls first; that they are refused counts only when the same call unspoiled succeeds. One that slips
 * through counts at once: where a call can be made only once, nothing is left for the unspoiled one.
 */
const play = async (
  context: CaseContext,
  proper: HarmlessCall,
  asked: readonly AskedCall[],
): Promise<void> => {
  const { actors } = context
  const { principal } = await (proper.once === true ? actors.standalone() : actors.owner())
  const verdicts = []
  for (const one of asked) {
    const interaction = await ask(context, { principal, proper, spoiled: one.spoiled })
    const judged = judgeMessage(context.vendor, one.spoiled, interaction)
    if (interaction.reply.kind === 'output') context.record(one.refused.id, judged.refused)
    verdicts.push({ ...one, judged })
  }
  const twin = await context.client.call(principal, proper)
  context.observe(twin)
  if (twin.reply.kind !== 'output') {
    throw new PrerequisiteMissing('SETUP_FAILED', 'the same call unspoiled does not succeed', [
      twin.exchange.id,
    ])
  }
  for (const { judged, ...one } of verdicts) {
    const unread = await whyUnread(context, { principal, proper, spoiled: one.spoiled })
    recordBoth(context, one, unread === undefined ? judged : { refused: unread, code: unread })
  }
}

const recordBoth = (context: CaseContext, asked: AskedCall, judged: Steps<MessageStep>): void => {
  for (const [id, judgement] of judgedSteps(judged, (step) => asked[step]?.id)) {
    context.record(id, judgement)
  }
}

/** Why the refusal says nothing: what is spoiled is a thing that this endpoint does not read at all. */
const whyUnread = async (
  context: CaseContext,
  { spoiled, ...asking }: Asking,
): Promise<Judgement | undefined> => {
  const { twin } = spoiled
  if (twin === undefined) return undefined
  const interaction = await ask(context, { ...asking, spoiled: { ...spoiled, spoil: twin } })
  if (isRead(context.vendor, interaction, spoiled.refusal)) return undefined
  const reason = 'the same without the fault is not read either'
  return untestable('SETUP_FAILED', reason, [interaction.exchange.id])
}

/** What the call does may be done already: any refusal but the one of the fault shows that the message was read. */
const isRead = (
  vendor: Vendor,
  { reply, exchange }: Interaction,
  refusal: RefusalName,
): boolean => {
  if (reply.kind === 'output') return true
  if (reply.kind !== 'refusal') return false
  const answers = answersTo(vendor.refusals, refusal, exchange.operation) ?? []
  return !answers.some(({ code }) => sameWord(vendor, code, reply.code))
}

interface Asking {
  readonly principal: Principal
  readonly proper: HarmlessCall
  readonly spoiled: SpoiledCall
}

const ask = async (
  context: CaseContext,
  { principal, proper, spoiled }: Asking,
): Promise<Interaction> => {
  const { bodyLimit } = context.vendor.protocol
  const { principal: who = principal, ...spoils } = spoiled.spoil({
    principal,
    now: context.now(),
    ...(proper.naming !== undefined && { naming: proper.naming }),
    ...(bodyLimit !== undefined && { bodyLimit }),
  })
  const interaction = await context.client.call(who, { ...proper, ...spoils, deliberate: true })
  context.observe(interaction)
  return interaction
}
