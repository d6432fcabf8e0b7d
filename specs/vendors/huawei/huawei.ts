import { errataCitations } from '../../contract/errata-citations.ts'
import { applyOverlay, type Overlay } from '../../contract/overlay.ts'
import type { Contract } from '../../contract/contract.ts'
import type { Embedding } from '../../vendor/reference-endpoint.ts'
import { contractOf } from '../../contract/load-contract.ts'
import type { Profile } from '../../vendor/profile.ts'
import type { Refusals } from '../../vendor/refusals.ts'
import type { Requirement } from '../../vendor/requirement.ts'
import type { Settings } from '../../vendor/request-template.ts'
import type { Vendor } from '../../vendor/vendor.ts'
import { sdkHmacSigning } from '../../wire/rest-signing.ts'
import { rest } from '../../wire/rest.ts'
import { huaweiDetours } from './workflows.ts'
import { huaweiDialect } from './dialect.ts'
import embedding from './reference-endpoint.json' with { type: 'json' }
import openapi from './openapi/organizations-2024-03-14.json' with { type: 'json' }
import overlay from './overlay.json' with { type: 'json' }
import profile from './profile.json' with { type: 'json' }
import refusals from './refusals.json' with { type: 'json' }
import requirements from './requirements.json' with { type: 'json' }
import settings from './request-templates.json' with { type: 'json' }

/** Everything known of Huawei Cloud Organizations 2024-03-14. Each data file has a schema in specs/schemas. */
export function huawei(): Vendor {
  const errata = overlay as unknown as Overlay
  const contract: Contract = {
    ...contractOf(applyOverlay(openapi, errata)),
    errata: errataCitations(errata),
  }
  return {
    id: 'huawei',
    contract,
    dialect: huaweiDialect,
    detours: huaweiDetours,
    refusals: refusals as unknown as Refusals,
    profile: profile as unknown as Profile,
    requirements: requirements.requirements as unknown as readonly Requirement[],
    settings: settings.settings as unknown as Settings,
    wire: rest({ contract, signing: sdkHmacSigning }),
    protocol: {
      framing: 'RFC 9110, and RFC 8259 for bodies',
      signature: 'Huawei Cloud, "API Request Signing Guide" (SDK-HMAC-SHA256)',
      sortedHeaders:
        'Huawei Cloud, "API Request Signing Guide", canonical request: CanonicalHeaders, SignedHeaders',
      bodyLimit: 12 * 1024 * 1024,
      headersMayGoUnsigned: true,
    },
    embedding: embedding satisfies Embedding,
    region: 'cn-north-4',
    mintAccount,
  }
}

/** 32 hexadecimal digits, the first one 1: never the id of `unknown.account` in profile.json. */
const mintAccount = (count: bigint): string => `1${count.toString(16).padStart(31, '0').slice(-31)}`
