import { acceptedCall } from '../fault-kit/any-call.ts'
import { confirming } from '../fault-kit/misreport.ts'
import type { KnownFault } from '../fault.ts'

/** Confirms that endpoints lose their right and lets them in as before. */
export const revocationDoesNothing: KnownFault = {
  name: 'revocation-does-nothing',
  description: 'confirms that endpoints lose their right and lets them in as before',
  breaks: { codearts: ['R171'] },
  alter: confirming('revokeEndpoints'),
  seen: {
    at: async (visit) => {
      await acceptedCall(visit)
      return (await acceptedCall(visit)).came
    },
    right: 'endpointNotFound',
    wrong: 'done',
  },
}
