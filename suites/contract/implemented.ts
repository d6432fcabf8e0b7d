import type { Actor } from '../actors/actor.ts'
import type { Talk } from '../client/interaction.ts'
import { Unmet } from '../verdict/cannot-go-on.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { Performance } from './run-operation.ts'

/**
 * Asks with an empty input whether the operation is there at all, before anything is built for it. Throws
 * `Unmet` when the endpoint says that it is not. Where accounts are given, only reads are sent.
 */
export async function probe({ plan, stage, speech }: Performance): Promise<void> {
  const { target, cast } = stage
  const free = target.accounts.mode === 'any' && !target.readOnly
  if (!free && plan.setting.writes) return
  const who: Actor = free ? await cast.standalone() : await cast.owner()
  const outcome = await speech.say(who, {}, true)
  if (outcome.kind === 'unimplemented') {
    throw new Unmet('NOT_IMPLEMENTED', outcome.problem, [outcome.exchange])
  }
}

/**
 * Decides whether the operation is implemented, from everything that was said of it: an error that it
 * declares shows it, and so does a success of a valid request. A crash over an empty input shows neither way:
 * what follows from it is decided elsewhere.
 */
export function judgeImplemented({ plan, stage, speech }: Performance): void {
  const { id } = plan.common.implemented
  const { talks, valid, successes } = speech
  const { errors } = plan.operation
  const proof =
    talks.find(({ reply }) => reply.kind === 'refusal' && errors.includes(reply.code)) ??
    successes[0]
  if (proof !== undefined) {
    const exchanges = [proof.exchange.id]
    return stage.record(id, { verdict: 'pass', received: describe(proof), exchanges })
  }
  const denial = talks.find(({ reply }) => reply.kind === 'unimplemented') ?? valid.at(-1)
  if (denial !== undefined) stage.record(id, missing(denial))
}

const missing = (talk: Talk): Judgement => {
  const exchanges = [talk.exchange.id]
  const received = describe(talk)
  if (talk.reply.kind === 'lost') return { verdict: 'inconclusive', reason: received, exchanges }
  const expected = 'an answer of the operation, or an error that it declares'
  return { verdict: 'fail', reason: received, expected, received, exchanges }
}

const describe = ({ reply }: Talk): string => {
  switch (reply.kind) {
    case 'output':
      return `HTTP ${reply.status}, an answer`
    case 'refusal':
      return `HTTP ${reply.status} ${reply.code}`
    case 'unimplemented':
      return `it is not offered: ${reply.how}`
    case 'garbled':
    case 'lost':
      return reply.problem
  }
}
