import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { contractOf } from '../../contract/load-contract.ts'
import type { GoldenFile } from '../golden-file.ts'
import { openDocument } from '../source-document.ts'
import { deriveReference } from './derive-aws.ts'
import { deriveAwsGoldenExchanges, memberPaths } from './golden.ts'

const page = readFileSync(new URL('miniature.txt', import.meta.url), 'utf8')

const contract = contractOf(
  deriveReference(openDocument(page, 'miniature.txt'), {
    server: 'https://cupboards.example',
    enums: { 'Board.Wood': 'Wood' },
    structures: { 'Shelf.Parts': 'Part' },
    cutAt: 'Label',
  }),
)

const example = "addShelf([ 'Email' => 'a@b.example', ]);"
const whole =
  "addShelf([ 'Board' => [ 'Id' => '123', ], 'Email' => 'a@b.example', 'Labels' => [ [ 'Key' => 'k', ], ], ]);"

const derive = (call: string): readonly GoldenFile[] => {
  expect(page).toContain(example)
  return deriveAwsGoldenExchanges(
    page.replace(example, () => call),
    { vendor: 'cupboards', contract, overlay: { document: 'miniature.txt', entries: [] } },
  )
}

test('a call has its input, a result the members that are there', () => {
  const files = derive(whole)
  expect(files.map(({ operation }) => operation)).toEqual(['AddShelf'])
  expect(files[0]?.['leftOut']).toBeUndefined()
  expect(files[0]?.exchanges).toEqual([
    {
      request: {
        input: { Board: { Id: '123' }, Email: 'a@b.example', Labels: [{ Key: 'k' }] },
        citation: { lines: [99, 99], sha256: expect.any(String) as string },
      },
      answer: {
        members: ['Shelf', 'Shelf.Built'],
        citation: { lines: [101, 101], sha256: expect.any(String) as string },
      },
    },
  ])
})

test('a call that contradicts its contract is left out, its result is not', () => {
  const [file] = derive(example)
  expect(file?.exchanges.map((exchange) => Object.keys(exchange))).toEqual([['answer']])
  expect(file?.['leftOut']).toMatchObject([
    { side: 'request', state: 'contradicts', problem: "must have required property 'Board'" },
  ])
})

test('a call of another operation is refused with its line', () => {
  expect(() => derive("dropShelf([ 'Email' => 'a@b.example', ]);")).toThrow(
    /:99: expected a call of AddShelf/u,
  )
})

test('a call that is no array is refused with its line and the reason', () => {
  expect(() => derive("addShelf([ 'Email' => <string>, ]);")).toThrow(
    /:99: expected an example \(no array literal from column 13\)/u,
  )
})

test('members of all items of a list are named once', () => {
  const value = { Shelves: [{ Id: 's-1' }, { Id: 's-2', Cups: [{ Tags: ['a'] }] }], Next: null }
  expect(memberPaths(value)).toEqual([
    'Shelves',
    'Shelves[].Id',
    'Shelves[].Cups',
    'Shelves[].Cups[].Tags',
    'Next',
  ])
})
