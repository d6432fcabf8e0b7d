import { expect, test } from 'vitest'

import { loadVendor } from '../../specs/vendors/load-vendor.ts'
import { sameWord, softened } from './codes.ts'
import { judgeRefusal } from './judge.ts'
import type { Judgement } from './verdict.ts'

const [tencent, huawei] = [await loadVendor('tencent'), await loadVendor('huawei')]

test.each([
  ['InvalidParameterValue', 'InvalidParameterValue.Limit', true],
  ['InvalidParameterValue', 'InvalidParameterValues', false],
  ['InvalidParameterValue.Limit', 'InvalidParameterValue', false],
  ['FailedOperation', 'FailedOperation.MemberNameUsed', false],
])('where codes have classes, %s is told by %s: %s', (documented, received, same) => {
  expect(sameWord(tencent, documented, received)).toBe(same)
  expect(sameWord(huawei, documented, received)).toBe(false)
})

const codeOf = (code: string): string =>
  judgeRefusal(tencent, 'unitNameTaken', {
    kind: 'refused',
    operation: 'AddOrganizationNode',
    exchange: 1,
    reply: { kind: 'refusal', status: 200, code, notes: [] },
  }).code.verdict

test('another word of the right class is warned of, another code of it or of another class is a finding', () => {
  expect(codeOf('ResourceInUse.NodeName')).toBe('pass')
  expect(codeOf('ResourceInUse.Name')).toBe('warn')
  expect(codeOf('ResourceInUse')).toBe('warn')
  expect(codeOf('ResourceInUse.NodeNameUsed')).toBe('fail')
  expect(codeOf('LimitExceeded.Members')).toBe('fail')
})

test('a refusal with the status of a success is warned of, and no failure made better', () => {
  const passed: Judgement = { verdict: 'pass', exchanges: [] }
  expect(softened({ status: 400 }, passed).verdict).toBe('pass')
  expect(softened({ status: 200, inSuccess: true }, passed).verdict).toBe('warn')
  expect(softened({ status: 200, inSuccess: true }, { ...passed, verdict: 'fail' }).verdict).toBe(
    'fail',
  )
})
