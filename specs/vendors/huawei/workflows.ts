import { ask, type Workflows } from '../../vendor/workflow.ts'

/**
 * How a client says what no single operation says: the nodes of a parent come in all kinds and policies in all
 * types, so what was not asked for is left out of each page.
 */
export const huaweiWorkflows: Workflows = {
  *listChildren({ parent, kind, ...paging }) {
    const page = yield* ask('listNodes', { parent, ...paging })
    return { ...page, items: page.items.filter((node) => node.kind === kind) }
  },
  *listParents({ child, ...paging }) {
    return yield* ask('listNodes', { child, ...paging })
  },
  *listPolicies({ type, ...args }) {
    const page = yield* ask('listPolicies', args)
    const fits = (policy: { readonly type?: string }) => policy.type === (type ?? policy.type)
    return { ...page, items: page.items.filter(fits) }
  },
  *listPoliciesOn({ type, ...args }) {
    const page = yield* ask('listPoliciesOn', args)
    const fits = (policy: { readonly type?: string }) => policy.type === (type ?? policy.type)
    return { ...page, items: page.items.filter(fits) }
  },
}
