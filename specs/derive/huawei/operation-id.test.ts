import { expect, test } from 'vitest'

import { operationId, summaryOf } from './operation-id.ts'

test.each([
  ['Creating an OU', 'CreateOU', 'Create OU'],
  ['Listing Tags for the Specified Resource', 'ListTagsForResource', 'List Tags for Resource'],
  [
    'Querying CloseAccount Requests in Specified State',
    'QueryCloseAccountRequestsInState',
    'Query CloseAccount Requests in State',
  ],
])('%s is called %s', (title, id, summary) => {
  expect(operationId(title)).toBe(id)
  expect(summaryOf(title)).toBe(summary)
})

test('a title without a known verb has no name', () => {
  expect(operationId('Musing on Accounts')).toBeUndefined()
})
