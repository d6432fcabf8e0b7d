import { withEntry, withoutKeys } from '../../model/entries.ts'
import { delegated } from './beginnings.ts'
import { insteadOf, leaving } from './break.ts'
import type { BrokenRule } from './broken-rule.ts'

/** What can go wrong with policies, services and delegates. */
export const brokenPolicies: readonly BrokenRule[] = [
  {
    name: 'a policy is deleted that is attached',
    vendor: 'huawei',
    decide: insteadOf('policyInUse', 'deletePolicy', (own, { policy }) => ({
      ...own,
      policies: withoutKeys(own.policies, policy),
    })),
    breaks: 'an attachment has both its ends',
    path: ['createOrganization', 'createPolicy', 'attachPolicy', 'deletePolicy'],
  },
  {
    name: 'the last policy goes',
    vendor: 'aws',
    decide: insteadOf('lastPolicyDetached', 'detachPolicy', (own, { target }) => ({
      ...own,
      attachments: withEntry(own.attachments, target, []),
    })),
    breaks: 'every node carries a policy where the vendor puts one',
    path: ['createOrganization', 'detachPolicy'],
  },
  {
    name: 'a type that is switched off leaves its policies attached',
    vendor: 'huawei',
    decide: leaving('disablePolicyType', (written, { attachments }) => ({
      ...written,
      attachments,
    })),
    breaks: 'what is attached is of a type that is on',
    path: ['createOrganization', 'disablePolicyType'],
  },
  {
    name: 'a policy is attached twice',
    vendor: 'aws',
    decide: insteadOf('policyAlreadyAttached', 'attachPolicy', (own, { policy, target }) => ({
      ...own,
      attachments: withEntry(own.attachments, target, [
        ...(own.attachments.get(target) ?? []),
        { policy, since: 0 },
      ]),
    })),
    breaks: 'a policy is attached to a node once',
    path: ['createOrganization', 'attachPolicy'],
  },
  {
    name: 'two policies have one name',
    vendor: 'huawei',
    decide: leaving('updatePolicy', (written) => ({
      ...written,
      policies: new Map(
        [...written.policies].map(([id, one]) => [id, { ...one, name: 'the same' }]),
      ),
    })),
    breaks: 'policies have names of their own',
    path: ['createOrganization', 'createPolicy', 'createPolicy', 'updatePolicy'],
  },
  {
    name: 'a service loses the trust that its delegate needs',
    vendor: 'huawei',
    decide: insteadOf('serviceDelegated', 'disableServiceAccess', (own) => ({
      ...own,
      services: new Map(),
    })),
    breaks: 'no trust ends that delegates need, where that is refused',
    from: delegated,
    path: ['disableServiceAccess'],
  },
  {
    name: 'the management account is made a delegate',
    vendor: 'aws',
    decide: insteadOf('delegateManagement', 'registerDelegate', (own, { account }) => ({
      ...own,
      delegations: [{ account, service: 'any', since: 0 }],
    })),
    breaks: 'a delegate is a member, and not the management account',
    path: ['createOrganization', 'registerDelegate'],
  },
]
