import { gatewayErrors } from '../variant-kit/gateway-errors.ts'
import type { KnownVariant } from '../variant.ts'

/** Names the request in the body of an error of the gateway, too. */
export const gatewayRequestIds: KnownVariant = {
  name: 'gateway-request-ids',
  description: 'names the request in the body of an error of the gateway',
  evidence: {
    huawei: ['H42'],
  },
  alter: gatewayErrors((error, { headers }) => ({
    ...error,
    ...(headers['x-request-id'] !== undefined && { request_id: headers['x-request-id'] }),
  })),
  seen: {
    at: async (visit) => {
      const { body } = await visit.unsigned()
      return body.includes('"request_id"')
    },
    quiet: false,
    varied: true,
  },
}
