import { expect, test } from 'vitest'

import { founded, guest, owner, smallRules } from '../../../../model/test-model.ts'
import { ownRulesOf } from '../../../../vendor/own-operation.ts'
import { readOwn } from '../../../own-operations.ts'

const own = ownRulesOf({ own: await readOwn('tencent') })

test('the whole tree counts the accounts that stand in each unit', () => {
  const model = founded(smallRules, 'all', own)
  model.join(guest)
  const house = model.get(owner, 'createUnit', { parent: model.root, name: 'house' }).id
  model.get(owner, 'moveAccount', { account: guest, to: house })
  const { items } = model.get(owner, 'listTree', {})
  expect(items.map(({ accounts }) => accounts)).toEqual([1, 1])
})
