import type { Json } from '../contract/json.ts'
import { awsJsonType, decodeAwsJson } from './aws-json-decode.ts'
import { hearAwsJson } from './aws-json-hear.ts'
import { claimedSigV4Key } from './sigv4-authorization.ts'
import { verifySigV4 } from './sigv4-verify.ts'
import { signSigV4 } from './sigv4.ts'
import type { Answer, ErrorAnswer, Wire } from './wire.ts'

/** What distinguishes one service of this protocol from another. */
export interface AwsJsonService {
  /** the part of `x-amz-target` before the dot */
  readonly targetPrefix: string
  /** the service in the credential scope */
  readonly service: string
}

const framed = (status: number, body: Json, requestId: string): Answer => ({
  status,
  headers: { 'content-type': awsJsonType, 'x-amzn-requestid': requestId },
  body: JSON.stringify(body),
})

const refuse = (error: ErrorAnswer, requestId: string): Answer => {
  const reason = error.reason === undefined ? {} : { Reason: error.reason }
  const envelope = { __type: error.code, Message: error.message, ...reason }
  return framed(error.status, envelope, requestId)
}

/** AWS JSON 1.1 (Smithy, "AWS JSON 1.1 protocol") with AWS Signature Version 4, for both sides. */
export function awsJson(options: AwsJsonService): Wire {
  const { targetPrefix, service } = options
  return {
    encode: (operation, input) => ({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': awsJsonType,
        'x-amz-target': `${targetPrefix}.${operation.name}`,
      },
      body: JSON.stringify(input),
    }),
    sign: async (message, endpoint, scope) => signSigV4(message, endpoint, { ...scope, service }),
    decode: decodeAwsJson,
    hear: (message) => hearAwsJson(message, targetPrefix),
    claimant: ({ headers }) => claimedSigV4Key(headers['authorization'] ?? ''),
    verify: async (message, keys, serving) => verifySigV4(message, keys, { ...serving, service }),
    answer: (_operation, output, requestId) => framed(200, output, requestId),
    refuse,
  }
}
