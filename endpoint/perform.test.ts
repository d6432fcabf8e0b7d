import { expect, test } from 'vitest'

import type { JsonObject } from '../specs/contract/json.ts'
import { ownRulesOf } from '../specs/vendor/own-operation.ts'
import { rulesOf } from '../specs/vendor/rules-of.ts'
import { tencent } from '../specs/vendors/tencent/tencent.ts'
import { honestSteps } from './honest-steps.ts'
import { performer } from './perform.ts'
import { openStore } from './store.ts'

const vendor = tencent()
const account = '100000000001'

/** A service over a world of its own; answers outputs, or the name of a refusal. */
const open = (): ((operation: string, input: JsonObject) => JsonObject | string) => {
  let count = 0
  const newId = (): string => String((count += 1))
  const rules = rulesOf(vendor, vendor.referenceEndpoint.behaviour, vendor.referenceEndpoint.limits)
  const own = ownRulesOf(vendor)
  const steps = honestSteps(vendor)
  const store = openStore(steps.decide, () => ({ now: 0, newId, rules, own }))
  const perform = performer(vendor, steps, store)
  return (operation, input) => {
    const outcome = perform({ operation, input }, account)
    return 'refusal' in outcome ? outcome.refusal : outcome.output
  }
}

const founded = (): { readonly say: ReturnType<typeof open>; readonly names: () => string[] } => {
  const say = open()
  say('CreateOrganization', { OrgType: 1 })
  return {
    say,
    names: () => {
      const { Nodes } = say('ListOrganizationNodes', {}) as { Nodes: { Name: string }[] }
      return Nodes.map(({ Name }) => Name)
    },
  }
}

test('of several verbs with one operation the one that fits the input is meant', () => {
  const { say, names } = founded()
  const add = (Name: string): JsonObject =>
    say('AddOrganizationNode', { ParentNodeId: 2, Name }) as JsonObject
  const NodeId = add('one')['NodeId'] ?? 0
  const ParentNodeId = add('two')['NodeId'] ?? 0
  expect(say('UpdateOrganizationNode', { NodeId, Name: 'uno' })).toEqual({})
  expect(say('UpdateOrganizationNode', { NodeId, ParentNodeId, Name: 'eins' })).toEqual({})
  expect(names()).toEqual(['Root', 'eins', 'two'])
  expect(say('ListOrganizationInvitations', { Invited: 0 })).toMatchObject({ TotalCount: 0 })
})

test('a list carries out a command for each of its entries, or none', () => {
  const { say, names } = founded()
  const add = (Name: string): number =>
    Number((say('AddOrganizationNode', { ParentNodeId: 2, Name }) as JsonObject)['NodeId'])
  const [one, two, three] = [add('one'), add('two'), add('three')]
  expect(say('DeleteOrganizationNodes', { NodeIds: [one, 999, two] })).toBe('unitNotFound')
  expect(names()).toEqual(['Root', 'one', 'two', 'three'])
  expect(say('DeleteOrganizationNodes', { NodeIds: [one, one] })).toBe('unitNotFound')
  expect(say('DeleteOrganizationNodes', { NodeIds: [one, two] })).toEqual({})
  expect(names()).toEqual(['Root', 'three'])
  expect(say('DeleteOrganizationNodes', { NodeIds: [] })).toEqual({})
  expect(say('DeleteOrganizationNodes', { NodeIds: [three] })).toEqual({})
  expect(names()).toEqual(['Root'])
})

test('limits that the vendor does not publish are the reference endpoint’s own', () => {
  const { say } = founded()
  let parent = 2
  const add = (): JsonObject | string =>
    say('AddOrganizationNode', { ParentNodeId: parent, Name: 'deeper' })
  for (let depth = 1; depth <= 5; depth += 1) parent = Number((add() as JsonObject)['NodeId'])
  expect(add()).toBe('unitDepthExceeded')
})
