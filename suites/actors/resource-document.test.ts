import { expect, test } from 'vitest'

import type { Profile } from '../../specs/vendor/profile.ts'
import { PrerequisiteMissing } from '../verdict/cannot-go-on.ts'
import { resourceDocument } from './resource-document.ts'

test('the account is named wherever the profile leaves room for it', () => {
  const profile = { resourcePolicyContent: '{"who":"{account}","for":"{account}"}' }
  expect(resourceDocument(profile as Profile, '123')).toBe('{"who":"123","for":"123"}')
})

test('a profile without a resource policy leaves nothing to ask', () => {
  expect(() => resourceDocument({} as Profile, '123')).toThrow(PrerequisiteMissing)
})
