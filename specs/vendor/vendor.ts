import type { Contract } from '../contract/contract.ts'
import type { Inside, Right } from '../model/decision.ts'
import type { CurlAuth } from '../wire/curl-auth.ts'
import type { Wire } from '../wire/wire.ts'
import type { Dialect } from './dialect.ts'
import type { Features } from './feature.ts'
import type { IdentityService } from './identity-service.ts'
import type { LeftOpen } from './left-open.ts'
import type { ObservedFact } from './observed.ts'
import type { OwnOperation } from './own-operation.ts'
import type { PolicyGrammars } from './policy-grammar.ts'
import type { Profile } from './profile.ts'
import type { ReferenceEndpoint } from './reference-endpoint.ts'
import type { Refusals } from './refusals.ts'
import type { RequestTemplates } from './request-template.ts'
import type { Requirement } from './requirement.ts'
import type { Workflows } from './workflow.ts'

/** Every vendor whose API is known, in the order in which they are told. */
export const vendorIds = ['aws', 'huawei', 'tencent', 'codearts'] as const
/** The short name of a vendor in ids, flags and files. */
export type VendorId = (typeof vendorIds)[number]

/** Where a protocol is described, and in what it differs from most. */
export interface Protocol {
  readonly framing: string
  readonly signature: string
  /** the page that wants the names of the signed headers sorted, and each once; absent where none does */
  readonly sortedHeaders?: string
  /** methods that every operation may be called with; else each has one of its own */
  readonly methods?: readonly string[]
  /** refusals have the HTTP status of a success: without a body nothing tells them apart */
  readonly statusAlwaysOk?: true
  /** the HTTP status of refusals of which nothing else is stated; absent where no page names one */
  readonly refusalStatus?: number
  /** the largest body the vendor says it takes, in bytes; absent where it names none */
  readonly bodyLimit?: number
  /** headers may go unsigned, apart from those the protocol names */
  readonly headersMayGoUnsigned?: true
  /** the region is part of what is signed */
  readonly signsRegion?: true
  /** the minutes by which a signature may differ from the service's clock */
  readonly clockMayDiffer: 5 | 15
  /** a token may stand in for the signature */
  readonly tokens?: true
}

/** Everything the suite and the embedded endpoint know of a vendor's API. */
export interface Vendor extends VendorFacts {
  /** the features that are known of it, by their names: the neutral ones, and those that it alone has */
  readonly features: Features
  /** what it alone offers; the dialect, the workflows and the request templates have it, too */
  readonly own: readonly OwnOperation[]
}

/** What is known of a vendor's API apart from what it alone offers. */
export interface VendorFacts {
  readonly id: VendorId
  readonly contract: Contract
  readonly dialect: Dialect
  /** what a client says in several steps; absent where every verb is one operation */
  readonly workflows?: Workflows
  readonly refusals: Refusals
  readonly profile: Profile
  readonly requirements: readonly Requirement[]
  /** what the real service is publicly seen to do, beside what the document says */
  readonly observed: readonly ObservedFact[]
  readonly requestTemplates: RequestTemplates
  /** what its rules leave open of its answers */
  readonly leftOpen: LeftOpen
  /** what policy documents may say; where a kind has none, the profile's own documents tell */
  readonly grammars?: PolicyGrammars
  readonly wire: Wire
  /** where whoever has keys is told whose they are */
  readonly identity: IdentityService
  /** where the protocol is described: how messages are framed, and how they are signed */
  readonly protocol: Protocol
  /** how curl signs for it; absent where curl can not */
  readonly curl?: CurlAuth
  /** what only the embedded endpoint needs */
  readonly referenceEndpoint: ReferenceEndpoint
  /** what the documents that an organization keeps say of a caller and an operation; absent where it keeps none */
  readonly rights?: (inside: Inside, operation: string) => Right | undefined
  /** the signing region of a target that names none */
  readonly region: string
  /** the id of the n-th account of a target where any account may call */
  readonly mintAccount: (count: bigint) => string
}
