import { hexadecimalDigits } from '../../vendor/mint-account.ts'
import { vendorData } from '../../vendor/vendor-data.ts'
import type { Protocol, Vendor } from '../../vendor/vendor.ts'
import { tokenSigning } from '../../wire/rest-signing.ts'
import { rest } from '../../wire/rest.ts'
import { readOwn, withOwn } from '../own-operations.ts'
import { codeartsIdentity } from './identity.ts'
import leftOpen from './left-open.json' with { type: 'json' }
import observed from './observed.json' with { type: 'json' }
import openapi from './openapi/codearts-2025-12-18.json' with { type: 'json' }
import overlay from './overlay.json' with { type: 'json' }
import profile from './profile.json' with { type: 'json' }
import referenceEndpoint from './reference-endpoint.json' with { type: 'json' }
import refusals from './refusals.json' with { type: 'json' }
import requestTemplates from './request-templates.json' with { type: 'json' }
import requirements from './requirements.json' with { type: 'json' }

const own = await readOwn('codearts')

/** The document gives the path twice: its URI line counts (453), its example (506) is understood too. */
const aliases = { '/v2/vpceps': '/devuc-accessmgmt/v2/vpceps' }

const protocol: Protocol = {
  framing: 'RFC 9110, and RFC 8259 for bodies',
  signature: 'Huawei Cloud, "API Request Signing Guide" (SDK-HMAC-SHA256); tokens by X-Auth-Token',
  clockMayDiffer: 15,
  sortedHeaders:
    'Huawei Cloud, "API Request Signing Guide", canonical request: CanonicalHeaders, SignedHeaders',
  bodyLimit: 12 * 1024 * 1024,
  headersMayGoUnsigned: true,
  tokens: true,
}

/** Everything known of the CodeArts access control API, 2025-12-18. Each data file has a schema in specs/schemas. */
export function codearts(): Vendor {
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
      id: 'codearts',
      // all that it says it alone says (own/)
      dialect: {},
      identity: codeartsIdentity,
      wire: rest({
        contract: data.contract,
        signing: tokenSigning,
        aliases,
        errorsInSuccess: true,
      }),
      protocol,
      region: 'ap-southeast-3',
      mintAccount: hexadecimalDigits,
    },
    own,
  )
}
