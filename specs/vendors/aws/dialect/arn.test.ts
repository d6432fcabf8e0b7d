import { expect, test } from 'vitest'

import type { Lens } from '../../../vendor/lens.ts'
import { resourcePolicy } from '../own/resource-policy.ts'
import { homeOf } from './arn.ts'
import * as policies from './policy-structures.ts'
import * as structure from './structures.ts'

const home = { organization: 'o-exampleorgid', management: '111111111111' }
const prefix = 'arn:aws:organizations::111111111111'

const cases: readonly { noun: string; lens: object; value: object; arn: string }[] = [
  {
    noun: 'root',
    lens: structure.root,
    value: { id: 'r-exam' },
    arn: `${prefix}:root/o-exampleorgid/r-exam`,
  },
  {
    noun: 'unit',
    lens: structure.unit,
    value: { id: 'ou-exam-1' },
    arn: `${prefix}:ou/o-exampleorgid/ou-exam-1`,
  },
  {
    noun: 'account',
    lens: structure.account,
    value: { id: '222222222222' },
    arn: `${prefix}:account/o-exampleorgid/222222222222`,
  },
  {
    noun: 'delegate',
    lens: structure.delegate,
    value: { id: '222222222222', since: 5000 },
    arn: `${prefix}:account/o-exampleorgid/222222222222`,
  },
  {
    noun: 'invitation',
    lens: structure.invitation,
    value: { id: 'h-1', state: 'open', action: 'enable-all' },
    arn: `${prefix}:handshake/o-exampleorgid/enable_all_features/h-1`,
  },
  {
    noun: 'policy',
    lens: policies.policySummary,
    value: { id: 'p-1', type: 'ai-opt-out' },
    arn: `${prefix}:policy/o-exampleorgid/aiservices_opt_out_policy/p-1`,
  },
  {
    noun: 'target that is a unit',
    lens: policies.policyTarget,
    value: { id: 'ou-exam-1', kind: 'unit' },
    arn: `${prefix}:ou/o-exampleorgid/ou-exam-1`,
  },
  {
    noun: 'target that is a root',
    lens: policies.policyTarget,
    value: { id: 'r-exam', kind: 'root' },
    arn: `${prefix}:root/o-exampleorgid/r-exam`,
  },
]

test.each(cases)('the ARN of a $noun is composed and read back', ({ lens, value, arn }) => {
  const open = lens as Lens<object>
  const written = open.write({ ...value, home })
  expect(written).toMatchObject({ Arn: arn })
  expect(open.read(written)).toEqual({ ...value, home })
  expect(open.write(value)).not.toHaveProperty('Arn')
})

test('a policy of the vendor belongs to no organization', () => {
  const builtin = { id: 'p-FullAWSAccess', type: 'control', builtin: true }
  const written = policies.policySummary.write({ ...builtin, home })
  expect(written).toMatchObject({
    Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  })
  expect(policies.policySummary.read(written)).toEqual(builtin)
})

test('a resource policy has its ARN in its summary', () => {
  const policy = { id: 'rp-12345678', content: '{}', home }
  const written = resourcePolicy.write(policy)
  const summary = { Id: 'rp-12345678', Arn: `${prefix}:resourcepolicy/o-exampleorgid/rp-12345678` }
  expect(written).toEqual({ ResourcePolicySummary: summary, Content: '{}' })
  expect(resourcePolicy.read(written)).toEqual(policy)
})

test('an organization names itself and its management account', () => {
  const written = structure.organization.write({
    id: home.organization,
    management: home.management,
  })
  expect(written).toEqual({
    Id: 'o-exampleorgid',
    MasterAccountId: '111111111111',
    Arn: `${prefix}:organization/o-exampleorgid`,
    MasterAccountArn: `${prefix}:account/o-exampleorgid/111111111111`,
  })
})

test('an ARN of another form leaves the home unknown', () => {
  for (const arn of ['', 'ou-1', 'arn:aws:iam::111111111111:user/x', 7]) {
    expect(structure.unit.read({ Id: 'ou-1', Arn: arn })).toEqual({ id: 'ou-1' })
  }
  expect(homeOf(`arn:aws-cn:organizations::111111111111:organization/o-exampleorgid`)).toEqual(home)
})
