import type { ErrorName } from '../../specs/vendor/refusals.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { RefusalName } from '../../specs/vocabulary/refusal-name.ts'
import type { UnimplementedReply } from '../../specs/wire/wire.ts'
import type { Interaction } from '../client/interaction.ts'
import { isClientError, sameWord, softened } from '../verdict/codes.ts'
import { fittingAnswers, withReading, type FittingAnswers } from '../verdict/fitting-answers.ts'
import { behind, type Steps } from '../verdict/steps.ts'
import { untestable } from '../verdict/untestable.ts'
import type { Judgement } from '../verdict/verdict.ts'

/** The steps in which a spoiled message is judged. */
export type MessageStep = 'refused' | 'code'

/** What a spoiled message is judged by. */
interface ExpectedRefusal {
  readonly refusal: RefusalName
  readonly bare?: true | undefined
  /** that it is refused is all that protects the account: whether the error is a proper one is asked with its code */
  readonly protects?: true | undefined
}

/** Judges a message that ought to be refused before anybody looks at its meaning. */
export function judgeMessage(
  vendor: Vendor,
  expected: ExpectedRefusal,
  interaction: Interaction,
): Steps<MessageStep> {
  const exchanges = [interaction.exchange.id]
  const read = readReply(interaction)
  if (read === undefined) {
    const lost: Judgement = {
      verdict: 'inconclusive',
      reason: interaction.exchange.lost ?? '',
      exchanges,
    }
    return { refused: lost, code: lost }
  }
  const judge = judgeOf(`HTTP ${read.status} ${read.code ?? read.otherwise}`, exchanges)
  const isBare = expected.bare === true || expected.protects === true
  const told = 'a client error in the envelope of the protocol'
  const refused = softened(read, judge(whyNoRefusal(read, isBare), told))
  const unnamed = 'no error is named'
  if (refused.verdict === 'fail') return { refused, code: behind('refused', unnamed, exchanges) }
  if (read.code === undefined) {
    const nameless = `${unnamed}: ${read.otherwise}`
    const fitting = fittingAnswers(vendor, [expected.refusal], interaction.exchange.operation)
    return expected.protects === true
      ? { refused, code: judge(nameless, codesOf(fitting)) }
      : { refused, code: untestable('SETUP_FAILED', unnamed, exchanges) }
  }
  return { refused, code: judgeCode(vendor, { ...expected, code: read.code, interaction })(judge) }
}

type Judge = (problem: string | undefined, expected: string) => Judgement

const judgeOf =
  (received: string, exchanges: readonly number[]): Judge =>
  (problem, expected) =>
    problem === undefined
      ? { verdict: 'pass', received, exchanges }
      : { verdict: 'fail', reason: problem, expected, received, exchanges }

const whyNoRefusal = (read: ReadReply, bare: boolean): string | undefined => {
  const { status, code } = read
  if (!read.refuses) return `HTTP ${status} ${code ?? read.otherwise} is no refusal`
  return code !== undefined || bare ? undefined : `the error has no name: ${read.otherwise}`
}

const judgeCode =
  (
    vendor: Vendor,
    {
      refusal,
      code,
      interaction,
    }: ExpectedRefusal & { readonly code: string; readonly interaction: Interaction },
  ) =>
  (judge: Judge): Judgement => {
    const fitting = fittingAnswers(vendor, [refusal], interaction.exchange.operation)
    const fits = (answer: ErrorName): boolean => sameWord(vendor, answer.code, code)
    const isRight = [...fitting.answers, ...fitting.observed].some(fits)
    const problem = isRight ? undefined : `${code} is not the code of this mistake`
    const judged = judge(problem, codesOf(fitting))
    return isRight ? withReading(fitting, fits, judged) : judged
  }

const codesOf = ({ answers, observed }: FittingAnswers): string =>
  [...answers, ...observed].map(({ code }) => code).join(' or ')

/** What a reply comes to for a message that nobody should have looked into. */
interface ReadReply {
  readonly status: number
  /** whether it blames the caller: by its status, or in a protocol whose status is always that of a success */
  readonly refuses: boolean
  readonly code?: string
  /** what it is where no code is given */
  readonly otherwise: string
  readonly inSuccess?: true
}

/** To be told that an operation is not offered is a proper refusal here. */
const readReply = ({ reply }: Interaction): ReadReply | undefined => {
  switch (reply.kind) {
    case 'lost':
      return undefined
    case 'output':
      return { status: reply.status, refuses: false, otherwise: 'an answer' }
    case 'garbled':
      return { status: reply.status, refuses: blames(reply), otherwise: reply.problem }
    case 'refusal':
      return { ...reply, refuses: isClientError(reply), otherwise: '' }
    case 'unimplemented':
      return { ...reply, refuses: blames(reply) || isCoded(reply), otherwise: reply.how }
  }
}

const blames = ({ status }: { readonly status: number }): boolean => status >= 400 && status < 500

/** In a protocol whose status is always that of a success, the code alone says it. */
const isCoded = ({ status, code }: UnimplementedReply): boolean =>
  status < 400 && code !== undefined
