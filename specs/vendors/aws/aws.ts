import { twelveDigits } from '../../vendor/mint-account.ts'
import { vendorData } from '../../vendor/vendor-data.ts'
import type { Vendor } from '../../vendor/vendor.ts'
import { awsJson } from '../../wire/aws-json.ts'
import { sigV4Curl } from '../../wire/curl-auth.ts'
import { readOwn, withOwn } from '../own-operations.ts'
import { awsDialect } from './dialect.ts'
import { awsIdentity } from './identity.ts'
import leftOpen from './left-open.json' with { type: 'json' }
import observed from './observed.json' with { type: 'json' }
import openapi from './openapi/organizations-2016-11-28.json' with { type: 'json' }
import overlay from './overlay.json' with { type: 'json' }
import { policyGrammars } from './policy-grammars.ts'
import profile from './profile.json' with { type: 'json' }
import referenceEndpoint from './reference-endpoint.json' with { type: 'json' }
import refusals from './refusals.json' with { type: 'json' }
import requestTemplates from './request-templates.json' with { type: 'json' }
import requirements from './requirements.json' with { type: 'json' }
import { resourcePolicyRights } from './rights/resource-policy-rights.ts'

const own = await readOwn('aws')

/** Everything known of AWS Organizations 2016-11-28. Each data file has a schema in specs/schemas. */
export function aws(): Vendor {
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
      id: 'aws',
      dialect: awsDialect,
      grammars: policyGrammars(),
      identity: awsIdentity,
      wire: awsJson({ targetPrefix: 'AWSOrganizationsV20161128', service: 'organizations' }),
      protocol: {
        framing: 'Smithy 2.0, "AWS JSON 1.1 protocol"',
        signature: 'AWS IAM User Guide, "AWS Signature Version 4 for API requests"',
        clockMayDiffer: 5,
        sortedHeaders:
          'AWS IAM User Guide, "Create a signed AWS API request", step 1: CanonicalHeaders, SignedHeaders',
        signsRegion: true,
        refusalStatus: 400,
      },
      curl: sigV4Curl('organizations'),
      region: 'us-east-1',
      mintAccount: twelveDigits,
      rights: resourcePolicyRights,
    },
    own,
  )
}
