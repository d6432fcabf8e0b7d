import { errataCitations } from '../contract/errata-citations.ts'
import { contractOf } from '../contract/load-contract.ts'
import type { OpenApiDocument } from '../contract/openapi-document.ts'
import { applyOverlay, type Overlay } from '../contract/overlay.ts'
import type { LeftOpen } from './left-open.ts'
import type { ObservedFact } from './observed.ts'
import type { Profile } from './profile.ts'
import { referenceEndpointOf, type ReferenceEndpointFile } from './reference-endpoint.ts'
import type { Refusals } from './refusals.ts'
import type { RequestTemplates } from './request-template.ts'
import type { Requirement } from './requirement.ts'
import type { Vendor } from './vendor.ts'

/** What the JSON files of a vendor hold. Each keeps to its schema in specs/schemas: vendors/data-files.test.ts sees to it. */
interface TypedFiles {
  /** the contract as it was derived from the document, without errata */
  readonly openapi: OpenApiDocument
  readonly leftOpen: LeftOpen
  readonly observed: { readonly facts: readonly ObservedFact[] }
  readonly overlay: Overlay
  readonly profile: Profile
  readonly referenceEndpoint: ReferenceEndpointFile
  readonly refusals: Refusals
  readonly requestTemplates: { readonly templates: RequestTemplates }
  readonly requirements: { readonly requirements: readonly Requirement[] }
}

/** The JSON files of a vendor as they are imported: the compiler knows tuples and closed sets of words as lists and texts only. */
export type VendorFiles = Readonly<Record<keyof TypedFiles, unknown>>

/** As much of a vendor as its JSON files say. */
export type VendorData = Pick<
  Vendor,
  | 'contract'
  | 'leftOpen'
  | 'observed'
  | 'profile'
  | 'referenceEndpoint'
  | 'refusals'
  | 'requestTemplates'
  | 'requirements'
>

/**
 * Gives the JSON files of a vendor their types: the one place where this is taken on trust. Throws when the overlay
 * does not fit the derived document, or that document breaks the conventions of the derivation: our own mistakes.
 */
export function vendorData(files: VendorFiles): VendorData {
  const { observed, openapi, overlay, referenceEndpoint, requestTemplates, requirements, ...rest } =
    files as TypedFiles
  return {
    ...rest,
    contract: { ...contractOf(applyOverlay(openapi, overlay)), errata: errataCitations(overlay) },
    referenceEndpoint: referenceEndpointOf(referenceEndpoint),
    observed: observed.facts,
    requestTemplates: requestTemplates.templates,
    requirements: requirements.requirements,
  }
}
