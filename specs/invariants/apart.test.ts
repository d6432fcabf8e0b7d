import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { emptyWorld } from '../model/changes.ts'
import { founded, guest, smallRules } from '../model/test-model.ts'
import { brokenInvariants } from './broken-invariants.ts'

const files = readdirSync(import.meta.dirname).filter((path) => !path.includes('.test.'))

/** What is imported from elsewhere in the project: from which file, and whether types alone. */
const imports = files.flatMap((path) => {
  const text = readFileSync(`${import.meta.dirname}/${path}`, 'utf8')
  const found = [...text.matchAll(/^import (type )?[^']*'(\.\.\/[^']+)'/gmu)]
  return found.map(([, type, from = '']) => ({ path, from, isType: type !== undefined }))
})

test('invariants are written apart from the rules: they know how records look, and nothing that decides', () => {
  expect(imports.length).toBeGreaterThan(10)
  expect(imports.filter(({ isType }) => !isType)).toEqual([])
  expect([...new Set(imports.map(({ from }) => from))].toSorted()).toEqual([
    '../model/changes.ts',
    '../model/rules.ts',
    '../model/world.ts',
    '../vocabulary/nouns.ts',
    '../vocabulary/verbs.ts',
  ])
})

test('nothing is wrong where nobody has called, nor where an account has joined', () => {
  expect(brokenInvariants(emptyWorld(), smallRules, 0)).toEqual([])
  const model = founded()
  model.join(guest)
  expect(brokenInvariants(model.world(), smallRules, 1_000_000)).toEqual([])
})
