import { errataCitations } from '../../contract/errata-citations.ts'
import { contractOf } from '../../contract/load-contract.ts'
import { applyOverlay, type Overlay } from '../../contract/overlay.ts'
import type { Profile } from '../../vendor/profile.ts'
import type { ReferenceEndpoint } from '../../vendor/reference-endpoint.ts'
import type { Refusals } from '../../vendor/refusals.ts'
import type { RequestTemplates } from '../../vendor/request-template.ts'
import type { Requirement } from '../../vendor/requirement.ts'
import type { Vendor } from '../../vendor/vendor.ts'
import { awsJson } from '../../wire/aws-json.ts'
import { sigV4Curl } from '../../wire/curl-auth.ts'
import { awsDialect } from './dialect.ts'
import openapi from './openapi/organizations-2016-11-28.json' with { type: 'json' }
import overlay from './overlay.json' with { type: 'json' }
import profile from './profile.json' with { type: 'json' }
import referenceEndpoint from './reference-endpoint.json' with { type: 'json' }
import refusals from './refusals.json' with { type: 'json' }
import templates from './request-templates.json' with { type: 'json' }
import requirements from './requirements.json' with { type: 'json' }

/** Everything known of AWS Organizations 2016-11-28. Each data file has a schema in specs/schemas. */
export function aws(): Vendor {
  const corrected = applyOverlay(openapi, overlay as unknown as Overlay)
  return {
    id: 'aws',
    contract: {
      ...contractOf(corrected),
      errata: errataCitations(overlay as unknown as Overlay),
    },
    dialect: awsDialect,
    refusals: refusals as unknown as Refusals,
    profile: profile as unknown as Profile,
    requirements: requirements.requirements as unknown as readonly Requirement[],
    requestTemplates: templates.templates as unknown as RequestTemplates,
    wire: awsJson({ targetPrefix: 'AWSOrganizationsV20161128', service: 'organizations' }),
    protocol: {
      framing: 'Smithy 2.0, "AWS JSON 1.1 protocol"',
      signature: 'AWS IAM User Guide, "AWS Signature Version 4 for API requests"',
      sortedHeaders:
        'AWS IAM User Guide, "Create a signed AWS API request", step 1: CanonicalHeaders, SignedHeaders',
      signsRegion: true,
    },
    curl: sigV4Curl('organizations'),
    referenceEndpoint: referenceEndpoint satisfies ReferenceEndpoint,
    region: 'us-east-1',
    mintAccount,
  }
}

/** Twelve digits, the first one 1 to 8: never the id of `unknown.account` in profile.json. */
const mintAccount = (count: bigint): string => String(100_000_000_000n + (count % 800_000_000_000n))
