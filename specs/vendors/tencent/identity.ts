import { isObject } from '../../contract/json.ts'
import {
  accountRead,
  codeRead,
  type IdentityReading,
  type IdentityService,
} from '../../vendor/identity-service.ts'
import { readObject } from '../../wire/json-body.ts'
import { verifyTc3 } from '../../wire/tc3-verify.ts'
import { signTc3 } from '../../wire/tc3.ts'
import type { Answer } from '../../wire/wire.ts'

const service = 'sts'
const operation = 'GetCallerIdentity'
const version = '2018-08-13'

/** Tencent Cloud Security Token Service: an action of the same protocol. */
export const tencentIdentity: IdentityService = {
  citations: [
    {
      kind: 'sdk',
      source:
        'tencentcloud-sdk-nodejs@4.1.313 sts_client.js Client, sts_models.d.ts GetCallerIdentityResponse',
    },
    {
      kind: 'public',
      source:
        'https://www.tencentcloud.com/document/product/1150/49453 (GetCallerIdentity; its international host)',
      date: '2025-10-30',
    },
  ],
  places: () => [
    { domains: ['intl.tencentcloudapi.com'], url: 'https://sts.intl.tencentcloudapi.com' },
    { domains: ['tencentcloudapi.com'], url: 'https://sts.tencentcloudapi.com' },
  ],
  expired: {
    surely: [],
    perhaps: ['AuthFailure.TokenFailure'],
    citations: [
      {
        kind: 'document',
        document: '001_eccd419a0cd351db.txt',
        lines: [85, 85],
        sha256: '1ec5e24fa4edd5c37155ac64276ee512cd6aa3d3050ffbce6a4f2bb8c5fadccc',
      },
    ],
  },
  ask: async (endpoint, scope) =>
    signTc3(
      {
        method: 'POST',
        path: '/',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-tc-action': operation,
          'x-tc-version': version,
        },
        body: '{}',
      },
      endpoint,
      { ...scope, service },
    ),
  read: readIdentity,
  serves: ({ headers }) =>
    headers['x-tc-action'] === operation && headers['x-tc-version'] === version,
  verify: async (message, keys, { now }) => verifyTc3(message, keys, { service, now }),
  answer: (account, _message, requestId) => {
    const identity = {
      Arn: `qcs::cam::uin/${account}:uin/${account}`,
      AccountId: account,
      UserId: account,
      PrincipalId: account,
      Type: 'CAMUser',
    }
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ Response: { ...identity, RequestId: requestId } }),
    }
  },
}

function readIdentity({ body }: Answer): IdentityReading {
  const read = readObject(body)
  const response = 'object' in read ? read.object['Response'] : undefined
  if (!isObject(response)) return { says: 'an answer that is not the JSON it has to be' }
  const { Error: error, AccountId: account } = response
  // an assumed role acts in an account that is not the one it was assumed from: AccountId is the former
  return isObject(error) ? codeRead(error['Code']) : accountRead(account)
}
