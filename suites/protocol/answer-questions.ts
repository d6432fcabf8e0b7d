import type { Level } from '../../specs/vendor/requirement.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { lostText, type Interaction } from '../client/interaction.ts'
import { isClientError } from '../verdict/codes.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Judgement } from '../verdict/verdict.ts'
import type { HarmlessCalls } from './harmless-calls.ts'
import { isRead } from './is-read.ts'

/** The file that asks them. */
export const answerSource: string = sourceOf(import.meta.url)

/** One question about how answers look. */
export interface AnswerQuestion {
  /** the last part of the check's id */
  readonly what: string
  readonly title: string
  readonly level: Level
  /** only where the path names the operation is there a path or a query to speak of */
  readonly ofPath?: true
  readonly judge: (calls: HarmlessCalls, vendor: Vendor) => Promise<Judgement>
}

/** Every question about answers, in the order in which checks are listed. */
export const answerQuestions: readonly AnswerQuestion[] = [
  {
    what: 'frame',
    title: 'A success is framed as the protocol says',
    level: 'should',
    judge: async ({ first }) => judgeNotes(await first()),
  },
  {
    what: 'request-id',
    title: 'A success carries a request id',
    level: 'should',
    judge: async ({ first }) => judgeRequestId(await first()),
  },
  {
    what: 'request-id-is-unique',
    title: 'No two answers share a request id',
    level: 'should',
    judge: async ({ first, second }) => {
      const [id, other] = [requestId(await first()), requestId(await second())]
      return judge(await second(), id !== undefined && id !== other, `twice ${id ?? 'none'}`)
    },
  },
  {
    what: 'error-envelope',
    title: 'A refusal comes in the envelope of the protocol',
    level: 'must',
    judge: async ({ refused }) => {
      const { kind } = (await refused()).reply
      return judge(await refused(), kind === 'refusal', `the answer is ${kind}`)
    },
  },
  {
    what: 'error-frame',
    title: 'A refusal is framed as the protocol says',
    level: 'should',
    judge: async ({ refused }) => judgeNotes(await refused()),
  },
  {
    what: 'error-request-id',
    title: 'A refusal carries a request id',
    level: 'should',
    judge: async ({ refused }) => judgeRequestId(await refused()),
  },
  {
    what: 'charset-is-accepted',
    title: 'A content type with a charset is accepted',
    level: 'should',
    judge: async ({ charset }) => judgeSuccess(await charset()),
  },
  {
    what: 'white-space-is-accepted',
    title: 'White space around JSON is accepted',
    level: 'should',
    judge: async ({ space }) => judgeSuccess(await space()),
  },
  {
    what: 'unknown-query-is-accepted',
    title: 'A query member that nobody knows is ignored',
    level: 'may',
    ofPath: true,
    judge: async ({ query }) => judgeSuccess(await query()),
  },
  {
    what: 'signed-query-is-read',
    title: 'A signature over a query that nobody knows is believed',
    level: 'should',
    ofPath: true,
    judge: async ({ query }, vendor) => {
      const asked = await query()
      const read = isRead(vendor, asked, 'wire.invalid-signature') && !blamesItself(asked)
      return judge(asked, read, 'the message is not read')
    },
  },
  {
    what: 'escaped-path-is-understood',
    title: 'A letter of the path may come escaped',
    level: 'may',
    ofPath: true,
    judge: async ({ escape }) => judgeSuccess(await escape()),
  },
]

const requestId = ({ exchange, reply }: Interaction): string | undefined =>
  ('requestId' in reply ? reply.requestId : undefined) ??
  Object.entries(exchange.answer?.headers ?? {}).find(([name]) => /request-?id$/u.test(name))?.[1]

const blamesItself = ({ reply }: Interaction): boolean =>
  reply.kind === 'refusal' && !isClientError(reply)

const judge = ({ exchange, reply }: Interaction, fits: boolean, reason: string): Judgement => {
  const exchanges = [exchange.id]
  if (fits) return { verdict: 'pass', exchanges }
  if (reply.kind === 'lost') return { verdict: 'inconclusive', reason: lostText(reply), exchanges }
  return { verdict: 'fail', reason, received: reason, exchanges }
}

const judgeNotes = (interaction: Interaction): Judgement => {
  const { reply } = interaction
  const framed = reply.kind === 'output' || reply.kind === 'refusal'
  const notes = framed ? reply.notes.map(({ says }) => says) : [reply.kind]
  return judge(interaction, notes.length === 0, notes.join('; '))
}

const judgeRequestId = (interaction: Interaction): Judgement =>
  judge(interaction, requestId(interaction) !== undefined, 'nothing carries a request id')

const judgeSuccess = (interaction: Interaction): Judgement =>
  judge(interaction, interaction.reply.kind === 'output', 'it does not succeed')
