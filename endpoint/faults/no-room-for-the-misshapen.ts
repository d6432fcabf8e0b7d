import type { KnownFault } from '../fault.ts'

/** Says of every input that breaks the contract that the organization is full. */
export const noRoomForTheMisshapen: KnownFault = {
  name: 'no-room-for-the-misshapen',
  description: 'says of inputs that break the contract that the organization is full',
  breaks: { tencent: ['contract/tencent/AddOrganizationNode/*/code'] },
  alter: ({ explain }) => ({
    explain: (refused) => {
      const error = explain(refused)
      if (error === undefined || !refused.refusal.startsWith('invalid.')) return error
      return { ...error, code: 'LimitExceeded.NodeExceedLimit' }
    },
  }),
  seen: {
    at: ({ send }) => send('AddOrganizationNode', {}),
    right: 'invalid.required',
    wrong: 'another code',
  },
}
