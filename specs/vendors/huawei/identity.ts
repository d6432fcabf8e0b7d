import {
  accountRead,
  codeRead,
  type IdentityReading,
  type IdentityService,
} from '../../vendor/identity-service.ts'
import { readObject } from '../../wire/json-body.ts'
import { splitQuery } from '../../wire/query.ts'
import { verifySdkHmac } from '../../wire/sdk-hmac-verify.ts'
import { signSdkHmac } from '../../wire/sdk-hmac.ts'
import type { Answer } from '../../wire/wire.ts'

const path = '/v5/caller-identity'

/** The regions in which the service is published. */
const regions = [
  'cn-north-4',
  'cn-south-1',
  'cn-east-3',
  'cn-north-9',
  'cn-southwest-2',
  'ap-southeast-1',
  'ap-southeast-3',
  'ap-southeast-2',
  'sa-brazil-1',
  'la-south-2',
  'af-south-1',
  'ap-southeast-4',
  'tr-west-1',
  'cn-south-4',
]

/** Huawei Cloud Security Token Service: one path, signed as any other. */
export const huaweiIdentity: IdentityService = {
  citations: [
    {
      kind: 'sdk',
      source:
        'huaweicloud/huaweicloud-sdk-go-v3@9de9597d services/sts/v1: region/region.go, sts_meta.go GenReqDefForGetCallerIdentity, model/model_get_caller_identity_response.go',
    },
    { kind: 'sdk', source: 'huaweicloudsdkcore@3.1.219 auth/internal.py StsHelper' },
  ],
  places: () => [
    {
      domains: ['myhuaweicloud.com'],
      regions: `^(${regions.join('|')})$`,
      url: 'https://sts.{region}.myhuaweicloud.com',
    },
  ],
  expired: {
    surely: [],
    perhaps: ['APIGW.0301'],
    citations: [
      {
        kind: 'protocol',
        source: 'Huawei Cloud, API Gateway, "Error codes": APIGW.0301, APIGW.0307',
      },
    ],
  },
  ask: async (endpoint, scope) =>
    signSdkHmac(
      { method: 'GET', path, headers: { 'content-type': 'application/json' }, body: '' },
      endpoint,
      scope,
    ),
  read: readIdentity,
  serves: ({ method, path: asked }) => method === 'GET' && splitQuery(asked)[0] === path,
  verify: async (message, keys, { now }) => verifySdkHmac(message, keys, now),
  answer: (account, _message, requestId) => ({
    status: 200,
    headers: { 'content-type': 'application/json', 'x-request-id': requestId.replaceAll('-', '') },
    body: JSON.stringify({
      account_id: account,
      principal_urn: `iam::${account}:root`,
      principal_id: account,
    }),
  }),
}

function readIdentity({ status, body }: Answer): IdentityReading {
  const read = readObject(body)
  if (!('object' in read)) return { says: 'an answer that is not the JSON it has to be' }
  const { error_code: code, account_id: account } = read.object
  return code !== undefined || status >= 400 ? codeRead(code) : accountRead(account)
}
