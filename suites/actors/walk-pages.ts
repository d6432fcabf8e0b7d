import type { Done, NotDone, Outcome } from '../verdict/outcome.ts'

/** A page of a list; `next` is what the following one is asked for with. An empty text names none. */
export interface ListPage<T, N> {
  readonly items: readonly T[]
  readonly next?: N | undefined
}

/** A page that was read. */
export interface ReadPage<T> {
  readonly items: readonly T[]
  readonly exchange: number
}

/** How a walk ended. */
export type WalkEnd<P> =
  | { readonly kind: 'complete'; readonly last: Done<P> }
  | { readonly kind: 'endless'; readonly last: Done<P>; readonly problem: string }
  /** it has more entries than were asked for */
  | { readonly kind: 'long'; readonly last: Done<P> }
  /** a page did not come: the first one, or one that the page before had named */
  | { readonly kind: 'broken'; readonly outcome: NotDone }

/** The pages that were read, and why there are no more. */
export interface Walk<T, N> {
  readonly pages: readonly ReadPage<T>[]
  readonly end: WalkEnd<ListPage<T, N>>
}

/** Where a walk gives up. */
export interface WalkLimits {
  /** pages after which a list counts as endless; 500 unless said */
  readonly pages?: number
  /** entries after which nobody wants more; no limit unless said */
  readonly entries?: number
}

/**
 * Reads a list page by page; any of them may be empty, the last one too. A token that comes again, or more pages than
 * the limit, make it endless: no suite would ever come to its end.
 */
export async function walkPages<T, N extends string | number>(
  ask: (token: N | undefined) => Promise<Outcome<ListPage<T, N>>>,
  limits: WalkLimits = {},
): Promise<Walk<T, N>> {
  const pages: ReadPage<T>[] = []
  const tokens = new Set<N>()
  let token: N | undefined
  for (;;) {
    const last = await ask(token)
    if (last.kind !== 'done') return { pages, end: { kind: 'broken', outcome: last } }
    const { items, next } = last.value
    pages.push({ items, exchange: last.exchange })
    if (next === undefined || next === '') return { pages, end: { kind: 'complete', last } }
    const end = endOf(pages, tokens.has(next), limits)
    if (end !== undefined) return { pages, end: { ...end, last } }
    tokens.add(next)
    token = next
  }
}

type EarlyEnd = { readonly kind: 'long' } | { readonly kind: 'endless'; readonly problem: string }

/** Why a list that goes on is not read any further; undefined when it is. */
const endOf = (
  pages: readonly ReadPage<unknown>[],
  comesAgain: boolean,
  { pages: most = 500, entries: enough = Number.POSITIVE_INFINITY }: WalkLimits,
): EarlyEnd | undefined => {
  if (comesAgain) {
    return { kind: 'endless', problem: 'a page token comes twice: the list never ends' }
  }
  const count = pages.reduce((sum, { items }) => sum + items.length, 0)
  if (count > enough) return { kind: 'long' }
  if (pages.length < most) return undefined
  return { kind: 'endless', problem: `the list has not ended after ${most} pages` }
}
