import { done } from '../../specs/model/decision.ts'
import { forgiving } from '../fault-kit/alter-decide.ts'
import { refusedCall } from '../fault-kit/any-call.ts'
import type { KnownFault } from '../fault.ts'

/** Takes away a right that an endpoint does not have. */
export const unknownEndpointRevoked: KnownFault = {
  name: 'unknown-endpoint-revoked',
  description: 'takes away a right that an endpoint does not have',
  breaks: { codearts: ['R171'] },
  alter: forgiving(['endpointNotFound'], () => done({ total: 0 })),
  seen: {
    at: async (visit) => (await refusedCall(visit)).came,
    right: 'endpointNotFound',
    wrong: 'done',
  },
}
