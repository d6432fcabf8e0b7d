import type { JsonObject } from '../../../specs/contract/json.ts'
import { resourcePolicies } from './resource-policies.ts'
import { management, member, textAt, type RecordedWorld } from './world.ts'

type Prepare = (world: RecordedWorld) => Promise<unknown>

/** The address of the member: whoever was not created here has one that tells the id. */
export const memberAddress: string = `${member}@example.com`

/** An invitation by its address, of an account that is a member already, as all recorded ones were. */
const invited: Prepare = async ({ get, known }) => {
  const Target = { Type: 'EMAIL', Id: memberAddress }
  const asked = await get(management, 'InviteAccountToOrganization', { Target })
  known.invitation = textAt(asked, 'Handshake', 'Id')
}

/** The member accepts, and is told that it belongs to an organization; the invitation is accepted all the same. */
const accepted: Prepare = async ({ ask, known }) =>
  await ask(member, 'AcceptHandshake', { HandshakeId: known.invitation })

const typeOn =
  (PolicyType: string): Prepare =>
  async ({ get, known }) =>
    await get(management, 'EnablePolicyType', { RootId: known.root, PolicyType })

const newPolicy =
  (Type: string, content: JsonObject, Name = Type): Prepare =>
  async ({ get, known }) => {
    const Content = JSON.stringify(content)
    const policy = { Name, Description: 'of a type', Type, Content }
    const made = await get(management, 'CreatePolicy', policy)
    known.policy = textAt(made, 'Policy', 'PolicySummary', 'Id')
  }

const attached =
  (targetOf: (known: RecordedWorld['known']) => string): Prepare =>
  async ({ get, known }) =>
    await get(management, 'AttachPolicy', {
      PolicyId: known.policy,
      TargetId: targetOf(known),
    })

const putting =
  (policyOf: (typeof resourcePolicies)[string]): Prepare =>
  async ({ get, known }) => {
    const put = await get(management, 'PutResourcePolicy', {
      Content: JSON.stringify(policyOf(known)),
      Tags: [{ Key: 'probe', Value: 'OWNED_NAME' }],
    })
    known.resourcePolicy = textAt(put, 'ResourcePolicy', 'ResourcePolicySummary', 'Id')
  }

const ServicePrincipal = 'account.amazonaws.com'
const assigned = (value: string | readonly string[]): JsonObject => ({ '@@assign': [value].flat() })
const named = (value: string): JsonObject => ({ '@@assign': value })

const tagging = (tag: JsonObject): JsonObject => ({ tags: { 'validation-owned': tag } })

const backupPlan: JsonObject = {
  regions: assigned('us-east-1'),
  rules: { daily: { target_backup_vault_name: named('validation-owned') } },
  selections: {
    tags: {
      cost: {
        iam_role_arn: named('arn:aws:iam::$account:role/validation-owned'),
        tag_key: named('validation-owned'),
        tag_value: assigned('never-match-validation-owned'),
      },
    },
  },
}

/** What stood before a recorded request, by the word for it in the recordings. */
const preparations: Readonly<Record<string, Prepare>> = {
  invited,
  accepted,
  declined: async ({ get, known }) =>
    await get(member, 'DeclineHandshake', { HandshakeId: known.invitation }),
  cancelled: async ({ get, known }) =>
    await get(management, 'CancelHandshake', { HandshakeId: known.invitation }),
  'tag-type-on': typeOn('TAG_POLICY'),
  'backup-type-on': typeOn('BACKUP_POLICY'),
  'tag-policy': newPolicy('TAG_POLICY', tagging({ tag_value: assigned('one') })),
  'tag-removing-policy': newPolicy(
    'TAG_POLICY',
    tagging({ tag_value: { '@@remove': ['one'] } }),
    'another tag policy',
  ),
  'backup-policy': newPolicy('BACKUP_POLICY', { plans: { 'validation-owned': backupPlan } }),
  'attached-to-root': attached(({ root }) => root),
  'attached-to-unit': attached(({ unit }) => unit),
  'attached-to-member': attached(() => member),
  'policy-deleted': async ({ get, known }) =>
    await get(management, 'DeletePolicy', { PolicyId: known.policy }),
  'unit-deleted': async ({ get, known }) =>
    await get(management, 'DeleteOrganizationalUnit', { OrganizationalUnitId: known.unit }),
  'resource-policy-deleted': async ({ get }) => await get(management, 'DeleteResourcePolicy'),
  tagged: async ({ get, known }) =>
    await get(management, 'TagResource', {
      ResourceId: known.unit,
      Tags: [{ Key: 'first', Value: 'value' }],
    }),
  'creation-failed': async ({ get, wait }) => {
    const asked = { AccountName: 'OWNED_REQUEST', Email: memberAddress }
    await get(management, 'CreateAccount', asked)
    wait(60_000)
  },
  delegate: async ({ get }) => {
    await get(management, 'EnableAWSServiceAccess', { ServicePrincipal })
    await get(management, 'RegisterDelegatedAdministrator', { AccountId: member, ServicePrincipal })
  },
  ...Object.fromEntries(
    Object.entries(resourcePolicies).map(([word, policyOf]) => [word, putting(policyOf)]),
  ),
}

/** Brings about what stood before a recorded request. */
export async function prepare(world: RecordedWorld, words: readonly string[]): Promise<void> {
  for (const word of words) {
    const preparation = preparations[word]
    if (preparation === undefined) throw new Error(`nobody knows how ${word} comes about`)
    await preparation(world)
  }
}
