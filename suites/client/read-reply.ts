import type { Operation } from '../../specs/contract/contract.ts'
import type { Answer, Reply } from '../../specs/wire/wire.ts'
import type { ClientParts } from './client-parts.ts'
import type { AnswerOrLoss, Came, SendMessage } from './patient-connection.ts'
import { signedCall, type FoundCall } from './sign-call.ts'
import { anyPrincipal } from './target.ts'
import { probeUnimplemented, type Reading, type ReadReply } from './unimplemented-probe.ts'
import { withUserAgent } from './user-agent.ts'

/** Waits before a stranger asks again whose question was lost, or who was told to come again, in milliseconds. */
const waits = [50, 150, 450, 1350]

const isBusy = ({ status }: Answer): boolean => status === 429 || status === 503

/** What a stranger asks for, for the log of the endpoint. */
const purpose = 'how a missing operation is answered'

/** Reads what came as an answer. */
type ReadCame = (operation: Operation, came: Came, reading: Reading) => Promise<Reply>

/** Reads answers; strangers are asked only where accounts are free and writing is harmless. */
export function replyReader(parts: ClientParts, ask: SendMessage): ReadCame {
  const read = answerReader(parts, ask)
  return async (operation, { answer, unreadable }, reading) =>
    unreadable === undefined
      ? read(operation, answer, reading)
      : { kind: 'garbled', status: answer.status, problem: unreadable }
}

const answerReader = (parts: ClientParts, ask: SendMessage): ReadReply => {
  const { vendor, target } = parts
  const { accounts } = target
  if (accounts.mode !== 'any' || target.readOnly) {
    return async (operation, answer, { show }) => vendor.wire.decode(operation, answer, show)
  }
  const stranger = anyPrincipal(accounts, vendor.mintAccount(0n))
  const askOnce = async (call: FoundCall): Promise<AnswerOrLoss> => {
    await parts.limiter?.turn()
    const message = await signedCall(parts, stranger, call)
    return ask(withUserAgent(parts, message, purpose), parts.stop?.now)
  }
  return probeUnimplemented(vendor, async (operation, input) => {
    for (const wait of [...waits, undefined]) {
      const came = await askOnce({ operation, input })
      const answer = 'answer' in came && came.unreadable === undefined ? came.answer : undefined
      if (answer !== undefined && !isBusy(answer)) return answer
      if (wait === undefined) return answer
      await parts.pause(wait)
    }
    return undefined
  })
}
