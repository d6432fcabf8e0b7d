import type { Json, JsonObject } from '../../../specs/contract/json.ts'
import { management, member, type Known } from './world.ts'

interface Statement {
  readonly effect?: 'Allow' | 'Deny'
  readonly to?: string
  readonly actions: readonly string[]
  readonly on?: Json
  readonly where?: JsonObject
}

const statement = ({ effect = 'Allow', to = member, actions, on = '*', where }: Statement) => ({
  Effect: effect,
  Principal: { AWS: to },
  Action: actions.map((action) => `organizations:${action}`),
  Resource: on,
  ...(where !== undefined && { Condition: where }),
})

const policyOf = (...statements: readonly Statement[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements.map((one) => statement(one)),
})

const reads = ['DescribePolicy', 'ListAccounts', 'DescribeResourcePolicy', 'DescribeOrganization']
const writes = [
  'CreatePolicy',
  'UpdatePolicy',
  'DeletePolicy',
  'AttachPolicy',
  'DetachPolicy',
  'DescribePolicy',
]

/** The recorded policies bind the role of the member that called; every caller of ours is one of its account's. */
const role: JsonObject = {
  ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${member}:role/OrganizationAccountAccessRole` },
}

const controlPolicies = ({ organization }: Known): string =>
  `arn:aws:organizations::${management}:policy/${organization}/service_control_policy/*`

const denied: Statement = { effect: 'Deny', actions: reads, where: role }

const controlPolicy = ({ organization, policy }: Known): string =>
  `arn:aws:organizations::${management}:policy/${organization}/service_control_policy/${policy}`

/** The resource policies of the recordings, by what they come to. */
export const resourcePolicies: Readonly<Record<string, (known: Known) => JsonObject>> = {
  'resource-policy': () => policyOf({ actions: ['DescribeOrganization'] }),
  'reads-denied': () => policyOf(denied),
  'reads-denied-update-allowed': (known) =>
    policyOf(denied, { actions: ['UpdatePolicy'], on: controlPolicy(known), where: role }),
  'reads-allowed': (known) =>
    policyOf({ actions: reads, on: [controlPolicy(known), '*'], where: role }),
  'reads-allowed-of-nobody': () =>
    policyOf({ actions: reads, where: { Null: { 'aws:ResourceAccount': 'true' } } }),
  'reads-denied-to-management': () => policyOf({ effect: 'Deny', to: management, actions: reads }),
  'creation-allowed': () => policyOf({ actions: ['CreatePolicy'] }),
  'policies-allowed': (known) => policyOf({ actions: writes, on: controlPolicies(known) }),
  'writes-allowed': () => policyOf({ actions: [...writes, 'TagResource', 'UntagResource'] }),
}
