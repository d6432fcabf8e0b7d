import { describe, expect, test } from 'vitest'

import { operationOf } from '../specs/contract/contract.ts'
import { isObject, type JsonObject } from '../specs/contract/json.ts'
import { readRecordings, type RecordedExchange } from '../specs/vendor/recordings.ts'
import { aws } from '../specs/vendors/aws/aws.ts'
import type { PolicyType } from '../specs/vocabulary/nouns.ts'
import { wordOf } from '../specs/wire/sub-code.ts'
import { openFacade } from './facade.ts'
import { chanceOf } from './testing/chance.ts'
import { messengerTo } from './testing/messenger.ts'
import { differingValues } from './testing/recorded/values.ts'

/** Every policy content that somebody sent to the real service is sent to the embedded endpoint: what is answered alike. */

const { exchanges } = readRecordings('aws')
const writing = new Set(['CreatePolicy', 'UpdatePolicy', 'PutResourcePolicy'])
const withContent = exchanges.filter(
  ({ operation, input }) => writing.has(operation) && typeof input?.['Content'] === 'string',
)

/** The cases that are answered otherwise, so many of them, and why they have to be. */
const differences: readonly {
  readonly cases: RegExp
  readonly count: number
  readonly why: string
}[] = [
  {
    cases: /^resource_controls: syntax_/u,
    count: 13,
    why: 'line 1693 of the document: CreatePolicy has five types, and none of resource control policies',
  },
  {
    cases: /^delegation_writes: (create-without-delegated-tag|put-only-with-initial-tags)$/u,
    count: 2,
    why: 'a question of rights: the caller may write policies but not tag them, and nobody here is such a one',
  },
]

const vendor = aws()
const [management, member] = ['111111111111', '222222222222']
const now = Date.UTC(2026, 8, 13)
const { below } = chanceOf(5)
const facade = openFacade(vendor, { clock: () => now, random: () => below(1000) / 1000 })
const messenger = messengerTo(vendor, facade, () => now)

interface Answered {
  /** the code, with the stem of the reason where there is one */
  readonly code: string
  readonly output: JsonObject
}

const say = async (
  operation: string,
  input: JsonObject,
  caller = management,
): Promise<Answered> => {
  const answer = await messenger.send({ caller, operation, input })
  const reply = vendor.wire.decode(operationOf(vendor.contract, operation), answer)
  if (reply.kind === 'refusal') return { code: words(reply), output: {} }
  if (reply.kind !== 'output') throw new Error(`${operation}: ${reply.kind}`)
  return { code: 'Success', output: isObject(reply.output) ? reply.output : {} }
}

const words = ({ code, reason }: { readonly code: string; readonly reason?: string }): string =>
  reason === undefined ? code : `${code}/${wordOf(reason)}`

const textAt = (object: JsonObject, ...path: readonly string[]): string => {
  const found = path.reduce<unknown>((part, step) => (isObject(part) ? part[step] : ''), object)
  return typeof found === 'string' ? found : ''
}

/** An organization with one member. */
const founded = async (): Promise<void> => {
  await say('CreateOrganization', { FeatureSet: 'ALL' })
  const Target = { Type: 'ACCOUNT', Id: member }
  const invited = await say('InviteAccountToOrganization', { Target })
  await say('AcceptHandshake', { HandshakeId: textAt(invited.output, 'Handshake', 'Id') }, member)
}

/** The type of a policy that an update leaves unsaid, by the first name in its document. */
const types: Readonly<Record<string, readonly [type: string, kind: PolicyType]>> = {
  tags: ['TAG_POLICY', 'tag'],
  plans: ['BACKUP_POLICY', 'backup'],
  services: ['AISERVICES_OPT_OUT_POLICY', 'ai-opt-out'],
  chatbot: ['CHATBOT_POLICY', 'chat'],
}

const updatable = async (content: string, Name: string): Promise<string> => {
  const [, first = ''] = /^\{"(\w+)"/u.exec(content) ?? []
  const [Type, kind] = types[first] ?? ['SERVICE_CONTROL_POLICY', 'control']
  const [Content = ''] = vendor.profile.policyContents[kind] ?? []
  const created = await say('CreatePolicy', { Name, Description: '', Type, Content })
  return textAt(created.output, 'Policy', 'PolicySummary', 'Id')
}

/** Each case meets no policy of another: names are new, and the resource policy is put anew. */
const answerTo = async (
  { operation, input = {} }: RecordedExchange,
  at: number,
): Promise<Answered> => {
  const Name = `policy-${at}`
  if (operation === 'PutResourcePolicy') await say('DeleteResourcePolicy', {})
  if (operation === 'CreatePolicy') {
    return await say(operation, { Description: '', ...input, Name })
  }
  if (operation === 'PutResourcePolicy') return await say(operation, input)
  const PolicyId = await updatable(textAt(input, 'Content'), Name)
  return await say(operation, { ...input, Name: `${Name}-new`, PolicyId })
}

describe('the recorded contents', async () => {
  await founded()
  const unlike: RecordedExchange[] = []
  const differing: string[] = []
  for (const [at, recorded] of withContent.entries()) {
    const { refusal } = recorded
    const real = refusal === undefined ? 'Success' : words(refusal)
    const { code, output } = await answerTo(recorded, at)
    if (code !== real) unlike.push(recorded)
    else if (code === 'Success') differing.push(...differingValues(recorded, output))
  }
  const names = unlike.map((one) => one.case)

  test('are answered alike, or it is declared why not', () => {
    const undeclared = names.filter((name) => differences.every(({ cases }) => !cases.test(name)))
    expect(undeclared).toEqual([])
    expect(facade.troubles()).toEqual([])
  })

  test('and what was recorded of their values', () => {
    expect(differing).toEqual([])
  })

  test.each(differences)('$count of $cases are answered otherwise', ({ cases, count }) => {
    expect(names.filter((name) => cases.test(name))).toHaveLength(count)
  })

  test('are as many as there were', () => {
    expect(withContent).toHaveLength(378)
  })
})
