import { expect, test } from 'vitest'

import { startEndpoint } from '../../endpoint/server.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { policyType } from '../../specs/vendors/aws/dialect/words.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { PolicyType } from '../../specs/vocabulary/nouns.ts'
import type { Exchange } from '../../suites/client/transcript.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { askerOf, askServer, hasty, judgeAll } from './ask-server.ts'

// Every policy text and every tag that the suite sends is one that the real service admits, unless it is clearly none.

const vendor = await loadVendor('aws')
const { grammars = {}, profile } = vendor
const { policyTypes } = profile
const resourceKinds = ['resource', 'resource-actions']

/** The checks whose requests may hold a policy or tags. */
const speaking = /polic|tag|invit|\/(Create|Update|Put|Invite|Tag)\w+\//iu

const objectIn = (text: unknown): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(textOf(text))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A text as it is; what is none is no text of any policy or tag. */
const textOf = (text: unknown): string => (typeof text === 'string' ? text : '')

const sent: Exchange[] = []
const options = { port: 0, clock: Date.now, random: Math.random }
const asker = {
  ...hasty(askerOf(vendor, await loadScenarios())),
  selected: ({ id }: { readonly id: string }) => speaking.test(id),
}
await askServer(asker, await startEndpoint(vendor, options), async (session) => {
  session.transcript.listen((exchange) => void sent.push(exchange))
  await judgeAll(session)
})

/** The type of a policy as each answer that shows the policy tells it. */
const typesIn = (value: Json): readonly (readonly [id: string, type: string])[] => {
  if (Array.isArray(value)) return value.flatMap((one: Json) => typesIn(one))
  if (!isObject(value)) return []
  const { Id, Type, AwsManaged } = value
  const own = AwsManaged === undefined ? [] : [[textOf(Id), textOf(Type)] as const]
  return [...own, ...Object.values(value).flatMap((part) => typesIn(part))]
}

const types = new Map(sent.flatMap(({ answer }) => typesIn(objectIn(answer?.body) ?? null)))

interface Sent {
  readonly operation: string
  /** the type of the policy, in the vendor's word; none where no such policy or type exists */
  readonly type?: string
  readonly content: string
}

const sentIn = ({ operation, request }: Exchange): readonly Sent[] => {
  const { Content, Type, PolicyId } = objectIn(request.body) ?? {}
  if (objectIn(Content) === undefined) return []
  const type = operation === 'CreatePolicy' ? textOf(Type) : types.get(textOf(PolicyId))
  return [{ operation, content: textOf(Content), ...(type !== undefined && { type }) }]
}

/** The kinds that a document has to be of: all of a resource policy, the one of its type, any where that is unknown. */
const isAdmitted = ({ operation, type = '', content }: Sent): boolean => {
  const admits = (kind: string): boolean => grammars[kind]?.admits(content) === true
  if (operation === 'PutResourcePolicy') return resourceKinds.every(admits)
  const kind = policyType.read(type)
  return policyTypes.includes(kind as PolicyType)
    ? admits(String(kind))
    : policyTypes.some((one) => admits(one))
}

test('what is sent as a policy is admitted, or is no JSON object at all', () => {
  const contents = sent.flatMap((exchange) => sentIn(exchange))
  const typed = contents.filter(({ type }) =>
    policyTypes.some((one) => policyType.write(one) === type),
  )
  expect(typed.length).toBeGreaterThan(100)
  expect(new Set(typed.map(({ type }) => type)).size).toBeGreaterThan(1)
  expect(contents.some(({ operation }) => operation === 'PutResourcePolicy')).toBe(true)
  expect(contents.filter((one) => !isAdmitted(one))).toEqual([])
})

test('a document is held against the grammar of its own type', () => {
  const [content = ''] = profile.policyContents['tag'] ?? []
  const asked = ['TAG_POLICY', 'SERVICE_CONTROL_POLICY', 'BACKUP_POLICY'].map((type) =>
    isAdmitted({ operation: 'CreatePolicy', type, content }),
  )
  expect(asked).toEqual([true, false, false])
  expect(isAdmitted({ operation: 'PutResourcePolicy', content })).toBe(false)
})

const isTag = ({ Key, Value }: JsonObject): boolean =>
  /^[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/u.test(textOf(Key)) &&
  /^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$/u.test(textOf(Value))

test('what is sent as a tag, and carried out, is one by the user guide', () => {
  const tags = sent.flatMap(({ request, answer }) => {
    const list: Json = objectIn(request.body)?.['Tags'] ?? []
    return answer?.status === 200 && Array.isArray(list) ? list.filter(isObject) : []
  })
  expect(tags.length).toBeGreaterThan(50)
  expect(tags.filter((tag) => !isTag(tag))).toEqual([])
})
