import type { Contract } from '../../contract/contract.ts'
import { isObject } from '../../contract/json.ts'
import { own as memberOf } from '../../contract/own.ts'
import { twelveDigits } from '../../vendor/mint-account.ts'
import { vendorData } from '../../vendor/vendor-data.ts'
import type { Protocol, Vendor } from '../../vendor/vendor.ts'
import type { MemberType } from '../../wire/tencent-api-hear.ts'
import { tencentApi } from '../../wire/tencent-api.ts'
import { readOwn, withOwn } from '../own-operations.ts'
import { tencentDialect } from './dialect.ts'
import { tencentIdentity } from './identity.ts'
import leftOpen from './left-open.json' with { type: 'json' }
import observed from './observed.json' with { type: 'json' }
import openapi from './openapi/organization-2018-12-25.json' with { type: 'json' }
import overlay from './overlay.json' with { type: 'json' }
import profile from './profile.json' with { type: 'json' }
import referenceEndpoint from './reference-endpoint.json' with { type: 'json' }
import refusals from './refusals.json' with { type: 'json' }
import requestTemplates from './request-templates.json' with { type: 'json' }
import requirements from './requirements.json' with { type: 'json' }
import { tencentWorkflows } from './workflows.ts'

const own = await readOwn('tencent')

const protocol: Protocol = {
  framing: 'Tencent Cloud API 3.0, "Request structure" and "Responses"',
  signature: 'Tencent Cloud API 3.0, "Signature method v3"',
  clockMayDiffer: 5,
  sortedHeaders:
    'Tencent Cloud API 3.0, "Signature method v3", step 1: CanonicalHeaders, SignedHeaders',
  methods: ['GET', 'POST'],
  statusAlwaysOk: true,
  bodyLimit: 10 * 1024 * 1024,
  headersMayGoUnsigned: true,
}

/** Everything known of Tencent Cloud organization 2018-12-25. Each data file has a schema in specs/schemas. */
export function tencent(): Vendor {
  const data = vendorData({
    openapi,
    leftOpen,
    observed,
    overlay,
    profile,
    referenceEndpoint,
    refusals,
    requestTemplates,
    requirements,
  })
  return withOwn(
    {
      ...data,
      id: 'tencent',
      dialect: tencentDialect,
      workflows: tencentWorkflows,
      identity: tencentIdentity,
      wire: tencentApi({
        service: 'organization',
        version: '2018-12-25',
        typeOf: typesOf(data.contract),
      }),
      protocol,
      region: 'ap-guangzhou',
      mintAccount: twelveDigits,
    },
    own,
  )
}

/** What a member of an input is; the entries of a list count as the list. */
const typesOf =
  ({ operations }: Contract): MemberType =>
  (operation, member) => {
    const properties = operations.get(operation)?.input['properties']
    const schema = isObject(properties) ? memberOf(properties, member) : undefined
    const entry = isObject(schema) && isObject(schema['items']) ? schema['items'] : schema
    return isObject(entry) && entry['type'] === 'integer' ? 'integer' : 'text'
  }
