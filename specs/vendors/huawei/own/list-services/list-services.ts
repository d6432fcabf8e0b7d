import { within } from '../../../../model/callers.ts'
import { done } from '../../../../model/decision.ts'
import { nothing, text } from '../../../../vendor/lens.ts'
import type { OwnOperation } from '../../../../vendor/own-operation.ts'
import type { Page } from '../../../../vocabulary/nouns.ts'
import { unpaged } from '../../dialect/arguments.ts'

declare module '../../../../vocabulary/verbs.ts' {
  interface OwnVerbs {
    /** the services that can be trusted */
    listServices: Own<'service-listing', Nothing, Page<string>>
  }
}

/** The services that can be trusted. */
export const listServices: OwnOperation<'listServices'> = {
  verb: 'listServices',
  feature: { id: 'service-listing', title: 'The services that can be trusted are listed' },
  row: {
    operation: 'ListCloudServicesIntegrableWithOrganizations',
    args: nothing,
    result: unpaged('services', text),
  },
  rule: within(({ rules }) => done({ items: rules.services })),
  template: {
    caller: 'management',
    resources: ['organization'],
    input: {},
    yields: ['/services'],
    writes: false,
  },
}
