import { gatewayErrors } from '../variant-kit/gateway-errors.ts'
import type { KnownVariant } from '../variant.ts'

/** Writes an error of the gateway in the form of another service behind it. */
export const gatewayErrorsNested: KnownVariant = {
  name: 'gateway-errors-nested',
  description: 'writes the errors of the gateway as an object in an object',
  evidence: {
    huawei: ['H46'],
  },
  alter: gatewayErrors(({ error_code: code = '', error_msg: message = '' }) => ({
    error: { code, message },
    status: 'failed',
  })),
  seen: {
    at: async (visit) => {
      const { body } = await visit.unsigned()
      return body.includes('"error":{"code"')
    },
    quiet: false,
    varied: true,
  },
}
