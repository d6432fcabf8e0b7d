import { ask, type Detours } from '../../vendor/detour.ts'

/**
 * How a client says what no single operation says: the nodes of a parent come in all kinds and policies in all
 * types, so what was not asked for is left out of each page.
 */
export const huaweiDetours: Detours = {
  *children({ parent, kind, ...paging }) {
    const page = yield* ask('nodes', { parent, ...paging })
    return { ...page, items: page.items.filter((node) => node.kind === kind) }
  },
  *parents({ child, ...paging }) {
    return yield* ask('nodes', { child, ...paging })
  },
  *policies({ type, ...args }) {
    const page = yield* ask('policies', args)
    const fits = (policy: { readonly type?: string }) => policy.type === (type ?? policy.type)
    return { ...page, items: page.items.filter(fits) }
  },
  *policiesOn({ type, ...args }) {
    const page = yield* ask('policiesOn', args)
    const fits = (policy: { readonly type?: string }) => policy.type === (type ?? policy.type)
    return { ...page, items: page.items.filter(fits) }
  },
}
