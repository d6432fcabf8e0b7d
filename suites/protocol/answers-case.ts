import type { Citation } from '../../specs/contract/citation.ts'
import type { Level } from '../../specs/vendor/requirement.ts'
import type { CaseContext } from '../case/case-context.ts'
import type { Case } from '../case/case.ts'
import { lostText, type Interaction } from '../client/interaction.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { sourceOf } from '../verdict/source-of.ts'
import type { Check, Judgement } from '../verdict/verdict.ts'
import type { HarmlessCall } from './proper-call.ts'
import type { ProtocolParts } from './spoiled-case.ts'

type Question =
  | 'notes'
  | 'id'
  | 'unique'
  | 'error'
  | 'errorNotes'
  | 'errorId'
  | 'charset'
  | 'space'
  | 'query'
  | 'escape'

const questions: Readonly<Record<Question, readonly [what: string, title: string, level: Level]>> =
  {
    notes: ['frame', 'A success is framed as the protocol says', 'should'],
    id: ['request-id', 'A success carries a request id', 'should'],
    unique: ['request-id-is-unique', 'No two answers share a request id', 'should'],
    error: ['error-envelope', 'A refusal comes in the envelope of the protocol', 'must'],
    errorNotes: ['error-frame', 'A refusal is framed as the protocol says', 'should'],
    errorId: ['error-request-id', 'A refusal carries a request id', 'should'],
    charset: ['charset-is-accepted', 'A content type with a charset is accepted', 'should'],
    space: ['white-space-is-accepted', 'White space around JSON is accepted', 'should'],
    escape: ['escaped-path-is-understood', 'A letter of the path may come escaped', 'may'],
    query: ['unknown-query-is-accepted', 'A query member that nobody knows is ignored', 'may'],
  }

/** Only where the path names the operation is there a path or a query to speak of. */
const ofPaths: ReadonlySet<Question> = new Set(['query', 'escape'])

/** How answers look, whatever they say: a harmless call, the same again, and one that is refused. */
export function answersCase({ vendor, basis, proper }: ProtocolParts): Case {
  const prefix = `protocol/${vendor.id}/answer`
  const page: Citation = { kind: 'protocol', source: vendor.protocol.framing }
  const checkFor = (question: Question): Check => {
    const [what, title, level] = questions[question]
    const id = `${prefix}/${what}`
    return {
      id,
      title,
      level,
      vendor: vendor.id,
      case: prefix,
      source: sourceOf(import.meta.url),
      operation: proper.operation,
      feature: 'organizations',
      axis: 'protocol',
      citations: [...basis(id).citations, page],
    }
  }
  const all = Object.keys(questions) as Question[]
  const names = all.filter((name) => !ofPaths.has(name) || proper.naming === undefined)
  return {
    id: prefix,
    checks: names.map(checkFor),
    needs: ['organizations', 'account-listing'],
    access: 'read',
    run: async (context) => {
      const judged = await ask(context, proper)
      for (const name of names) context.record(checkFor(name).id, judged[name])
    },
  }
}

const ask = async (
  context: CaseContext,
  proper: HarmlessCall,
): Promise<Readonly<Record<Question, Judgement>>> => {
  const owner = await context.actors.owner()
  const call = async (change: object): Promise<Interaction> => {
    const interaction = await context.client.call(owner.principal, { ...proper, ...change })
    context.observe(interaction)
    return interaction
  }
  const first = await call({})
  const second = await call({})
  if (first.reply.kind !== 'output')
    throw new PrerequisiteMissing('SETUP_FAILED', 'nothing succeeds')
  const charset = await call({ before: withCharset })
  const space = await call({ before: withSpace })
  const byPath = proper.naming === undefined
  const query = byPath ? await call({ before: withQuery }) : first
  const escape = byPath ? await call({ before: withEscape }) : first
  await owner.getAccount({ account: context.vendor.profile.unknown['account'] ?? '' })
  const refused = context.interactions.at(-1) ?? first
  const ids = [first, second].map(requestId)
  return {
    notes: judgeNotes(first),
    id: judge(first, ids[0] !== undefined, 'nothing carries a request id'),
    unique: judge(second, ids[0] !== undefined && ids[0] !== ids[1], `twice ${ids[0] ?? 'none'}`),
    error: judge(refused, refused.reply.kind === 'refusal', `the answer is ${refused.reply.kind}`),
    errorNotes: judgeNotes(refused),
    errorId: judge(refused, requestId(refused) !== undefined, 'nothing carries a request id'),
    charset: judge(charset, charset.reply.kind === 'output', 'it does not succeed'),
    space: judge(space, space.reply.kind === 'output', 'it does not succeed'),
    escape: judge(escape, escape.reply.kind === 'output', 'it does not succeed'),
    query: judge(query, query.reply.kind === 'output', 'it does not succeed'),
  }
}

type Change = NonNullable<Parameters<CaseContext['client']['call']>[1]['before']>

const withCharset: Change = (message) => ({
  ...message,
  headers: {
    ...message.headers,
    'content-type': `${message.headers['content-type'] ?? ''}; charset=utf-8`,
  },
})

const withSpace: Change = (message) => ({ ...message, body: ` \r\n${message.body}\n\t ` })

const withQuery: Change = (message) => ({
  ...message,
  path: `${message.path}${message.path.includes('?') ? '&' : '?'}orgproof_unknown=1`,
})

/** The first letter behind the last slash, escaped: the same path (RFC 3986, section 6.2.2.2). */
const withEscape: Change = (message) => ({
  ...message,
  path: message.path.replace(
    /\/([a-z])([^/]*)$/u,
    (_, letter: string, rest: string) =>
      `/%${letter.charCodeAt(0).toString(16).toUpperCase()}${rest}`,
  ),
})

const requestId = ({ exchange, reply }: Interaction): string | undefined =>
  ('requestId' in reply ? reply.requestId : undefined) ??
  Object.entries(exchange.answer?.headers ?? {}).find(([name]) => /request-?id$/u.test(name))?.[1]

const judge = ({ exchange, reply }: Interaction, fits: boolean, reason: string): Judgement => {
  const exchanges = [exchange.id]
  if (fits) return { verdict: 'pass', exchanges }
  if (reply.kind === 'lost') return { verdict: 'inconclusive', reason: lostText(reply), exchanges }
  return { verdict: 'fail', reason, received: reason, exchanges }
}

const judgeNotes = (interaction: Interaction): Judgement => {
  const { reply } = interaction
  const notes = reply.kind === 'output' || reply.kind === 'refusal' ? reply.notes : [reply.kind]
  return judge(interaction, notes.length === 0, notes.join('; '))
}
