import type { Contract } from '../../contract/contract.ts'
import { errataCitations } from '../../contract/errata-citations.ts'
import { isObject } from '../../contract/json.ts'
import { contractOf } from '../../contract/load-contract.ts'
import { applyOverlay, type Overlay } from '../../contract/overlay.ts'
import { own as memberOf } from '../../contract/own.ts'
import type { Profile } from '../../vendor/profile.ts'
import type { ReferenceEndpoint } from '../../vendor/reference-endpoint.ts'
import type { Refusals } from '../../vendor/refusals.ts'
import type { RequestTemplates } from '../../vendor/request-template.ts'
import type { Requirement } from '../../vendor/requirement.ts'
import type { Vendor } from '../../vendor/vendor.ts'
import type { MemberType } from '../../wire/tencent-api-hear.ts'
import { tencentApi } from '../../wire/tencent-api.ts'
import { readOwn, withOwn } from '../own-operations.ts'
import { tencentDialect } from './dialect.ts'
import openapi from './openapi/organization-2018-12-25.json' with { type: 'json' }
import overlay from './overlay.json' with { type: 'json' }
import profile from './profile.json' with { type: 'json' }
import referenceEndpoint from './reference-endpoint.json' with { type: 'json' }
import refusals from './refusals.json' with { type: 'json' }
import templates from './request-templates.json' with { type: 'json' }
import requirements from './requirements.json' with { type: 'json' }
import { tencentWorkflows } from './workflows.ts'

const own = await readOwn('tencent')

/** Everything known of Tencent Cloud organization 2018-12-25. Each data file has a schema in specs/schemas. */
export function tencent(): Vendor {
  const errata = overlay as unknown as Overlay
  const contract = {
    ...contractOf(applyOverlay(openapi, errata)),
    errata: errataCitations(errata),
  }
  return withOwn(
    {
      id: 'tencent',
      contract,
      dialect: tencentDialect,
      workflows: tencentWorkflows,
      refusals: refusals as unknown as Refusals,
      profile: profile as unknown as Profile,
      requirements: requirements.requirements as unknown as readonly Requirement[],
      requestTemplates: templates.templates as unknown as RequestTemplates,
      wire: tencentApi({
        service: 'organization',
        version: '2018-12-25',
        typeOf: typesOf(contract),
      }),
      protocol: {
        framing: 'Tencent Cloud API 3.0, "Request structure" and "Responses"',
        signature: 'Tencent Cloud API 3.0, "Signature method v3"',
        sortedHeaders:
          'Tencent Cloud API 3.0, "Signature method v3", step 1: CanonicalHeaders, SignedHeaders',
        methods: ['GET', 'POST'],
        statusAlwaysOk: true,
        bodyLimit: 10 * 1024 * 1024,
        headersMayGoUnsigned: true,
      },
      referenceEndpoint: referenceEndpoint as unknown as ReferenceEndpoint,
      region: 'ap-guangzhou',
      mintAccount,
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

/** Twelve digits, the first one 1 to 8: never the id of `unknown.account` in profile.json. */
const mintAccount = (count: bigint): string => String(100_000_000_000n + (count % 800_000_000_000n))
