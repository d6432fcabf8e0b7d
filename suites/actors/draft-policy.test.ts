import { expect, test } from 'vitest'

import type { Profile } from '../../specs/vendor/profile.ts'
import { draftPolicy } from './draft-policy.ts'
import { freshFrom } from './fresh.ts'

const context = {
  fresh: freshFrom(1n, String),
  sample: { policyContents: { control: ['{"one":1}', '{"two":2}'] } } as unknown as Profile,
}

test('a draft has a name of its own and the content that was chosen', () => {
  const [one, other] = [draftPolicy(context, 'control'), draftPolicy(context, 'control', 1)]
  expect(one.name).not.toBe(other.name)
  expect([one.content, other.content]).toEqual(['{"one":1}', '{"two":2}'])
})

test('a type without content is a mistake of the profile', () => {
  expect(() => draftPolicy(context, 'tag')).toThrow('no content of the policy type tag')
})
