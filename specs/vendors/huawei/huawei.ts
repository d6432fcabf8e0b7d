import { hexadecimalDigits } from '../../vendor/mint-account.ts'
import { vendorData } from '../../vendor/vendor-data.ts'
import type { Vendor } from '../../vendor/vendor.ts'
import { sdkHmacSigning } from '../../wire/rest-signing.ts'
import { rest } from '../../wire/rest.ts'
import { readOwn, withOwn } from '../own-operations.ts'
import { huaweiDialect } from './dialect.ts'
import { huaweiIdentity } from './identity.ts'
import leftOpen from './left-open.json' with { type: 'json' }
import observed from './observed.json' with { type: 'json' }
import openapi from './openapi/organizations-2024-03-14.json' with { type: 'json' }
import overlay from './overlay.json' with { type: 'json' }
import profile from './profile.json' with { type: 'json' }
import referenceEndpoint from './reference-endpoint.json' with { type: 'json' }
import refusals from './refusals.json' with { type: 'json' }
import requestTemplates from './request-templates.json' with { type: 'json' }
import requirements from './requirements.json' with { type: 'json' }
import { huaweiWorkflows } from './workflows.ts'

const own = await readOwn('huawei')

/** Everything known of Huawei Cloud Organizations 2024-03-14. Each data file has a schema in specs/schemas. */
export function huawei(): Vendor {
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
      id: 'huawei',
      dialect: huaweiDialect,
      workflows: huaweiWorkflows,
      identity: huaweiIdentity,
      wire: rest({ contract: data.contract, signing: sdkHmacSigning }),
      protocol: {
        framing: 'RFC 9110, and RFC 8259 for bodies',
        signature: 'Huawei Cloud, "API Request Signing Guide" (SDK-HMAC-SHA256)',
        clockMayDiffer: 15,
        sortedHeaders:
          'Huawei Cloud, "API Request Signing Guide", canonical request: CanonicalHeaders, SignedHeaders',
        bodyLimit: 12 * 1024 * 1024,
        headersMayGoUnsigned: true,
      },
      region: 'cn-north-4',
      mintAccount: hexadecimalDigits,
    },
    own,
  )
}
