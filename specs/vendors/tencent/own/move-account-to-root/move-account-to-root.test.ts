import { expect, test } from 'vitest'

import { founded, guest, owner, smallRules } from '../../../../model/test-model.ts'
import { ownRulesOf } from '../../../../vendor/own-operation.ts'
import { readOwn } from '../../../own-operations.ts'

const own = ownRulesOf({ own: await readOwn('tencent') })

test('an account taken out of its unit stands in the root', () => {
  const model = founded(smallRules, 'all', own)
  const add = (name: string): string =>
    model.get(owner, 'createUnit', { parent: model.root, name }).id
  model.join(guest)
  const [house, other] = [add('house'), add('other')]
  model.get(owner, 'moveAccount', { account: guest, to: house })
  const why = (from: string): string =>
    model.why(owner, 'moveAccountToRoot', { account: guest, from })
  expect(why('x')).toBe('unitNotFound')
  expect(why(model.root)).toBe('displaceFromRoot')
  expect(why(other)).toBe('accountNotInUnit')
  expect(why(house)).toBe('done')
  expect(model.get(owner, 'listParents', { child: guest }).items[0]?.id).toBe(model.root)
  expect(why(house)).toBe('accountNotInUnit')
})
