import { within } from '../../../../model/callers.ts'
import { done } from '../../../../model/decision.ts'
import { flag, list, member, nothing, record, text, type Lens } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Page } from '../../../../vocabulary/nouns.ts'
import { unpaged } from '../../dialect/arguments.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** the resource types that tag policies can be held against */
    listEnforcedServices: Own<'enforcement-listing', Nothing, Page<EnforcedService>>
  }
}

/** A service whose resource types can be held to a tag policy. */
interface EnforcedService {
  readonly service: string
  readonly types: readonly string[]
  /** whether all its types can be meant at once */
  readonly all: boolean
}

const enforced: Lens<EnforcedService> = record<EnforcedService>(
  {
    service: member('service_name'),
    types: member('resource_types', list(text)),
    all: member('support_all', flag),
  },
  ['service', 'types'],
)

/** Which ones there are is the service's affair: these are the embedded endpoint's. */
const enforcements: readonly EnforcedService[] = [
  { service: 'ecs', types: ['instances', 'volumes'], all: true },
  { service: 'obs', types: ['buckets'], all: false },
]

/** The resource types that tag policies can be held against. */
export const listEnforcedServices: OwnOperation<'listEnforcedServices'> = {
  verb: 'listEnforcedServices',
  feature: {
    id: 'enforcement-listing',
    title: 'The resource types that tag policies reach are listed',
  },
  row: {
    operation: 'ListResourceTypesThatSupportEnforcement',
    args: nothing,
    result: unpaged('services', enforced),
  },
  rule: within(() => done({ items: enforcements })),
  template: {
    caller: 'management',
    resources: ['organization'],
    input: {},
    yields: ['/services'],
    writes: false,
  },
}
