import type { Actor } from '../actors/actor.ts'
import { lostText, type Interaction } from '../client/interaction.ts'
import { hasFreeAccounts } from '../client/target.ts'
import { showsNothing, troubleOf } from '../client/trouble.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { OperationRun } from './operation-run.ts'
import type { OperationPlan } from './plan.ts'
import { minimalKey } from './refusable.ts'
import type { ValidRequests } from './valid-requests.ts'

/**
 * Asks with an empty input whether the operation is there at all, before anything is built for it. Throws
 * `PrerequisiteMissing` when the endpoint answers that it is not. Some crash over such an input, or take it for a place
 * that there is not, with the very answer that a missing operation gets: then the least valid request decides. Where
 * accounts are given, only reads are sent.
 */
export async function probe(run: OperationRun, valid: ValidRequests): Promise<void> {
  const { plan, calls } = run
  const who = await askerOf(run)
  if (who === undefined) return
  const outcome = await calls.call(who, {}, true)
  if (outcome.kind !== 'unimplemented' && outcome.kind !== 'garbled') return
  if (isPlain(plan, calls.interactions.at(-1)))
    throw notOffered(outcome.problem, [outcome.exchange])
  const least = await valid.judged(minimalKey)
  if (least.code === 'NOT_IMPLEMENTED') throw notOffered(least.reason ?? '', least.exchanges)
}

/** Who may send an empty input; undefined where nobody does. */
const askerOf = async ({ plan, context }: OperationRun): Promise<Actor | undefined> => {
  const { target, actors } = context
  if (hasFreeAccounts(target)) return actors.standalone()
  return plan.template.writes ? undefined : actors.owner()
}

const notOffered = (problem: string, exchanges: readonly number[]): Error =>
  new PrerequisiteMissing('NOT_IMPLEMENTED', problem, exchanges)

/** Whether a denial is one whatever the input: by its status, or by a code of a protocol that names operations outside of it. */
const isPlain = ({ operation }: OperationPlan, interaction: Interaction | undefined): boolean => {
  const reply = interaction?.reply
  if (reply?.kind !== 'unimplemented') return false
  return reply.status === 501 || (reply.code !== undefined && !operation.path.includes('{'))
}

/** Whether any answer so far shows that the operation is there. */
export function isShown(run: OperationRun): boolean {
  return proofIn(run) !== undefined
}

/**
 * Decides whether the operation is implemented, from every answer that came. A crash over an empty input shows
 * neither way: what follows from it is decided elsewhere.
 */
export function judgeImplemented(run: OperationRun): void {
  const { id } = run.plan.common.implemented
  const { interactions, valid } = run.calls
  const { plan } = run
  const proof = proofIn(run)
  if (proof !== undefined) {
    const exchanges = [proof.exchange.id]
    return run.context.record(id, { verdict: 'pass', received: describe(proof), exchanges })
  }
  const denial =
    valid.find(({ reply }) => reply.kind === 'unimplemented') ??
    interactions.find((one) => isPlain(plan, one)) ??
    deniedOnTheWay(run) ??
    valid.at(-1)
  if (denial !== undefined) run.context.record(id, missing(run, denial))
}

/** What the operation was itself needed for, to have something to ask about: only valid requests are sent for that. Undefined where any was not denied. */
const deniedOnTheWay = ({ plan, calls, context }: OperationRun): Interaction | undefined => {
  const own = new Set(calls.interactions.map(({ exchange }) => exchange.id))
  const others = context.interactions.filter(
    ({ exchange }) => exchange.operation === plan.operation.name && !own.has(exchange.id),
  )
  return others.every(({ reply }) => reply.kind === 'unimplemented') ? others[0] : undefined
}

/** An error that the operation declares shows that it is there, and so does a success of a valid request; that it is busy does not. */
const proofIn = ({ plan, calls }: OperationRun): Interaction | undefined =>
  calls.interactions.find(
    ({ reply }) =>
      reply.kind === 'refusal' &&
      plan.operation.errors.includes(reply.code) &&
      troubleOf(plan.vendor, reply) === undefined,
  ) ?? calls.successes[0]

const missing = ({ plan }: OperationRun, interaction: Interaction): Judgement => {
  const exchanges = [interaction.exchange.id]
  const received = describe(interaction)
  if (isOpen(plan, interaction)) return { verdict: 'inconclusive', reason: received, exchanges }
  const expected = 'an answer of the operation, or an error that it declares'
  return { verdict: 'fail', reason: received, expected, received, exchanges }
}

/** What never came, came from a busy endpoint, or is no status of HTTP (RFC 9110, section 15) shows neither way. */
const isOpen = ({ vendor }: OperationPlan, { reply, untold }: Interaction): boolean =>
  reply.kind === 'lost' || untold === true || reply.status > 599 || showsNothing(vendor, reply)

const describe = ({ reply }: Interaction): string => {
  switch (reply.kind) {
    case 'output':
      return `HTTP ${reply.status}, an answer`
    case 'refusal':
      return `HTTP ${reply.status} ${reply.code}`
    case 'unimplemented':
      return `it is not offered: ${reply.how}`
    case 'garbled':
      return reply.problem
    case 'lost':
      return lostText(reply)
  }
}
