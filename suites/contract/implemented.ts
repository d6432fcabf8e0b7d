import type { Actor } from '../actors/actor.ts'
import { lostText, type Interaction } from '../client/interaction.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { OperationRun } from './operation-run.ts'

/**
 * Asks with an empty input whether the operation is there at all, before anything is built for it. Throws
 * `PrerequisiteMissing` when the endpoint answers that it is not. Where accounts are given, only reads are sent.
 */
export async function probe({ plan, context, calls }: OperationRun): Promise<void> {
  const { target, actors } = context
  const free = target.accounts.mode === 'any' && !target.readOnly
  if (!free && plan.template.writes) return
  const who: Actor = free ? await actors.standalone() : await actors.owner()
  const outcome = await calls.call(who, {}, true)
  if (outcome.kind === 'unimplemented') {
    throw new PrerequisiteMissing('NOT_IMPLEMENTED', outcome.problem, [outcome.exchange])
  }
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
  const proof = proofIn(run)
  if (proof !== undefined) {
    const exchanges = [proof.exchange.id]
    return run.context.record(id, { verdict: 'pass', received: describe(proof), exchanges })
  }
  const denial = interactions.find(({ reply }) => reply.kind === 'unimplemented') ?? valid.at(-1)
  if (denial !== undefined) run.context.record(id, missing(denial))
}

/** An error that the operation declares shows that it is there, and so does a success of a valid request. */
const proofIn = ({ plan, calls }: OperationRun): Interaction | undefined =>
  calls.interactions.find(
    ({ reply }) => reply.kind === 'refusal' && plan.operation.errors.includes(reply.code),
  ) ?? calls.successes[0]

const missing = (interaction: Interaction): Judgement => {
  const exchanges = [interaction.exchange.id]
  const received = describe(interaction)
  if (interaction.reply.kind === 'lost')
    return { verdict: 'inconclusive', reason: received, exchanges }
  const expected = 'an answer of the operation, or an error that it declares'
  return { verdict: 'fail', reason: received, expected, received, exchanges }
}

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
