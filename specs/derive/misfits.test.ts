import { expect, test } from 'vitest'

import { operationOf } from '../contract/contract.ts'
import { aws } from '../vendors/aws/aws.ts'
import { misfitsOf } from './misfits.ts'

const { contract } = aws()
const misfits = misfitsOf(contract)
const move = operationOf(contract, 'MoveAccount')
const input = { AccountId: '333333333333', SourceParentId: 'r-examplerootid111' }

test('a missing member is named, unless it is open', () => {
  expect(misfits.input(move, input)).toBe("must have required property 'DestinationParentId'")
  expect(misfits.input(move, input, ['DestinationParentId'])).toBeUndefined()
})

test('a value that does not fit is named with its place, behind references, too', () => {
  const roots = operationOf(contract, 'ListRoots')
  expect(misfits.output(roots, { Roots: [{ Id: 7 }] })).toBe('/Roots/0/Id must be string')
  expect(misfits.output(roots, { Roots: [{ Id: 'r-examplerootid111' }] })).toBeUndefined()
})
