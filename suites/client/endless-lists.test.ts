import { expect, test } from 'vitest'

import { operationOf } from '../../specs/contract/contract.ts'
import type { JsonObject } from '../../specs/contract/json.ts'
import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { endlessLists, mostPages, type EndlessLists } from './endless-lists.ts'

const { contract } = await loadVendor('aws')
const accounts = operationOf(contract, 'ListAccounts')
const policies = operationOf(contract, 'ListPolicies')

/** Hears so many pages behind the first, each of which names another. */
const follow = (lists: EndlessLists, count: number, name = (at: number) => `page-${at}`): void => {
  for (let at = 0; at < count; at += 1) {
    hear(lists, { NextToken: name(at) }, { NextToken: name(at + 1) })
  }
}

const hear = (lists: EndlessLists, input: JsonObject, output: JsonObject): void =>
  lists.heard(accounts, input, { kind: 'output', status: 200, output, notes: [] })

test('where lists do not end no page is followed any more, but first ones are asked for', () => {
  const lists = endlessLists()
  follow(lists, mostPages - 1)
  expect(lists.isVain(policies, { NextToken: 'x' })).toBe(false)
  follow(lists, 1)
  expect(lists.isVain(policies, { NextToken: 'x' })).toBe(true)
  expect(lists.isVain(policies, {})).toBe(false)
  expect(lists.isVain(operationOf(contract, 'DescribeOrganization'), {})).toBe(false)
})

test('a list that comes to its end shows that others may', () => {
  const lists = endlessLists()
  for (let walk = 0; walk < 5; walk += 1) {
    follow(lists, mostPages - 1)
    hear(lists, { NextToken: 'last' }, {})
  }
  expect(lists.isVain(accounts, { NextToken: 'x' })).toBe(false)
})

test('a token that comes again ends the reading by itself', () => {
  const lists = endlessLists()
  follow(lists, 2 * mostPages, () => 'again')
  expect(lists.isVain(accounts, { NextToken: 'x' })).toBe(false)
})
