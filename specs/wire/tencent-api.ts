import type { Json } from '../contract/json.ts'
import { claimedTc3Key } from './tc3-authorization.ts'
import { verifyTc3 } from './tc3-verify.ts'
import { signTc3 } from './tc3.ts'
import { decodeTencentApi } from './tencent-api-decode.ts'
import { hearTencentApi, type MemberType } from './tencent-api-hear.ts'
import type { Answer, Wire } from './wire.ts'

/** What distinguishes one service of this protocol from another. */
export interface TencentApiService {
  /** the service in the credential scope: the first label of its host */
  readonly service: string
  readonly version: string
  /** what a member of an input is, for messages that carry texts only */
  readonly typeOf: MemberType
}

/** Whatever was processed has the status 200, refusals too. */
const framed = (response: Readonly<Record<string, Json>>, requestId: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ Response: { ...response, RequestId: requestId } }),
})

/** Tencent API 3.0 (JSON in POST, query in GET) with TC3-HMAC-SHA256, for both sides. */
export function tencentApi(options: TencentApiService): Wire {
  const { service, version } = options
  return {
    encode: (operation, input) => ({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-tc-action': operation.name,
        'x-tc-version': version,
      },
      body: JSON.stringify(input),
    }),
    sign: async (message, endpoint, scope) => signTc3(message, endpoint, { ...scope, service }),
    decode: decodeTencentApi,
    hear: (message) => hearTencentApi(message, options),
    claimant: ({ headers }) => claimedTc3Key(headers['authorization'] ?? ''),
    verify: async (message, keys, { now }) => verifyTc3(message, keys, { service, now }),
    answer: (_operation, output, requestId) => framed(output, requestId),
    refuse: ({ code, message }, requestId) =>
      framed({ Error: { Code: code, Message: message } }, requestId),
  }
}
