import { expect, test } from 'vitest'

import { founded, owner, smallRules } from '../../../../model/test-model.ts'
import { ownRulesOf } from '../../../../vendor/own-operation.ts'
import { readOwn } from '../../../own-operations.ts'

const own = ownRulesOf({ own: await readOwn('aws') })

const fresh = { name: 'New', email: 'new@example.org' }

test('a sovereign pair needs a sovereign cloud', () => {
  expect(founded(smallRules, 'all', own).why(owner, 'createSovereignAccount', fresh)).toBe(
    'sovereignUnavailable',
  )
})

test('where there is one, two accounts are created and one joins', () => {
  const model = founded({ ...smallRules, sovereignAccounts: true }, 'all', own)
  const { id } = model.get(owner, 'createSovereignAccount', fresh)
  model.wait(smallRules.creationDelay)
  const pair = model.get(owner, 'getAccountCreation', { creation: id })
  expect(pair.sovereignAccount).toMatch(/^\d{12}$/u)
  expect(pair.sovereignAccount).not.toBe(pair.account)
  expect(model.get(owner, 'listAccounts', {}).items.map((account) => account.id)).toEqual([
    owner,
    pair.account,
  ])
})
