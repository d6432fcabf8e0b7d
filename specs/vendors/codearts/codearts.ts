import type { Contract } from '../../contract/contract.ts'
import { errataCitations } from '../../contract/errata-citations.ts'
import { contractOf } from '../../contract/load-contract.ts'
import { applyOverlay, type Overlay } from '../../contract/overlay.ts'
import type { Profile } from '../../vendor/profile.ts'
import type { ReferenceEndpoint } from '../../vendor/reference-endpoint.ts'
import type { Refusals } from '../../vendor/refusals.ts'
import type { Requirement } from '../../vendor/requirement.ts'
import type { Vendor } from '../../vendor/vendor.ts'
import { tokenSigning } from '../../wire/rest-signing.ts'
import { rest } from '../../wire/rest.ts'
import { readOwn, withOwn } from '../own-operations.ts'
import openapi from './openapi/codearts-2025-12-18.json' with { type: 'json' }
import overlay from './overlay.json' with { type: 'json' }
import profile from './profile.json' with { type: 'json' }
import referenceEndpoint from './reference-endpoint.json' with { type: 'json' }
import refusals from './refusals.json' with { type: 'json' }
import templates from './request-templates.json' with { type: 'json' }
import requirements from './requirements.json' with { type: 'json' }

const own = await readOwn('codearts')

/** The document gives the path twice: its URI line counts (453), its example (506) is understood too. */
const aliases = { '/v2/vpceps': '/devuc-accessmgmt/v2/vpceps' }

/** Everything known of the CodeArts access control API, 2025-12-18. Each data file has a schema in specs/schemas. */
export function codearts(): Vendor {
  const errata = overlay as unknown as Overlay
  const contract: Contract = {
    ...contractOf(applyOverlay(openapi, errata)),
    errata: errataCitations(errata),
  }
  return withOwn(
    {
      id: 'codearts',
      contract,
      // all that it says it alone says (own/)
      dialect: {},
      refusals: refusals as unknown as Refusals,
      profile: profile as unknown as Profile,
      requirements: requirements.requirements as unknown as readonly Requirement[],
      requestTemplates: templates.templates,
      wire: rest({ contract, signing: tokenSigning, aliases }),
      protocol: {
        framing: 'RFC 9110, and RFC 8259 for bodies',
        signature:
          'Huawei Cloud, "API Request Signing Guide" (SDK-HMAC-SHA256); tokens by X-Auth-Token',
        sortedHeaders:
          'Huawei Cloud, "API Request Signing Guide", canonical request: CanonicalHeaders, SignedHeaders',
        bodyLimit: 12 * 1024 * 1024,
        headersMayGoUnsigned: true,
        tokens: true,
      },
      referenceEndpoint: referenceEndpoint satisfies ReferenceEndpoint,
      region: 'ap-southeast-3',
      mintAccount,
    },
    own,
  )
}

/** 32 hexadecimal digits, the first one 1: never the id of `unknown.account` in profile.json. */
const mintAccount = (count: bigint): string => `1${count.toString(16).padStart(31, '0').slice(-31)}`
