import { expect, test } from 'vitest'

import { startEndpoint } from '../../endpoint/server.ts'
import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import type { Exchange } from '../../suites/client/transcript.ts'
import { loadScenarios } from '../../suites/runner/load-scenarios.ts'
import { askerOf, askServer, hasty, judgeAll } from './ask-server.ts'

// Every policy text and every tag that the suite sends is one that the real service admits, unless it is clearly none.

const vendor = await loadVendor('aws')
const { resource, ...policies } = vendor.grammars ?? {}

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

interface Sent {
  readonly operation: string
  readonly content: string
}

const isAdmitted = ({ operation, content }: Sent): boolean =>
  operation === 'PutResourcePolicy'
    ? resource?.admits(content) === true
    : Object.values(policies).some((grammar) => grammar.admits(content))

test('what is sent as a policy is admitted, or is no JSON object at all', () => {
  const contents = sent.flatMap(({ operation, request }): readonly Sent[] => {
    const content = objectIn(request.body)?.['Content']
    return objectIn(content) === undefined ? [] : [{ operation, content: textOf(content) }]
  })
  expect(contents.length).toBeGreaterThan(100)
  expect(contents.filter((one) => !isAdmitted(one))).toEqual([])
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
