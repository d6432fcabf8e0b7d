import { isObject, type Json, type JsonObject } from '../../specs/contract/json.ts'
import type { KnownVariant } from '../variant.ts'

/** The error of a gateway in the form that the vendor's clients know beside the usual one; undefined where it is none. */
const nested = (body: string): JsonObject | undefined => {
  const error = body.startsWith('{') ? (JSON.parse(body) as Json) : undefined
  if (!isObject(error)) return undefined
  const { error_code: code = null, error_msg: message = null } = error
  return typeof code === 'string' && code.startsWith('APIGW.')
    ? { error: { code, message }, status: 'failed' }
    : undefined
}

/** Tells what the gateway refuses one level deeper, as other services of the vendor do. */
export const gatewayErrorsNested: KnownVariant = {
  name: 'gateway-errors-nested',
  description:
    'tells what the gateway refuses one level deeper, as other services of the vendor do',
  evidence: { huawei: ['H46'] },
  alter: ({ frame }) => ({
    frame: (answer, heard) => {
      const framed = frame(answer, heard)
      const error = framed.status >= 400 ? nested(framed.body) : undefined
      return error === undefined ? framed : { ...framed, body: JSON.stringify(error) }
    },
  }),
  seen: {
    at: async ({ boss }) => {
      await boss.createOrganization({})
      return (await boss.listAccounts({ size: 100_000 })).answer.body.startsWith('{"error":{')
    },
    quiet: false,
    varied: true,
  },
}
