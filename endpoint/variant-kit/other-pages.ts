import type { Decision } from '../../specs/model/decision.ts'
import { verbReadingsOf } from '../../specs/vendor/dialect.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import type { Page } from '../../specs/vocabulary/verbs.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { Steps } from '../steps.ts'
import type { AlterVaried } from './rewriting.ts'

/** Where an empty page stands in a list: before all others, between every two, behind the last. */
export type EmptyPage = 'first' | 'between' | 'last'

/** A list that is asked for: `key` tells it from others, `page` is one with entries, by what the endpoint itself names. */
interface Asked {
  readonly key: string
  readonly page: (token?: string) => Decision
}

/**
 * Lists with an empty page more, which has a token like any other unless it is the last. Where pages are counted, not
 * named by tokens, it changes nothing. A token still fits one list only.
 */
export function withEmptyPage(where: EmptyPage): AlterVaried {
  return ({ decide }, { vendor }) => {
    const verbs = pagedVerbs(vendor)
    return {
      decide: (world, command, context) => {
        const right = decide(world, command, context)
        if (!verbs.has(command.verb)) return right
        const { token, size, ...others } = command.args as Paged
        const key = JSON.stringify([command.verb, command.caller, others])
        const page = (named?: string): Decision => {
          const sized = { ...others, ...(size !== undefined && { size }) }
          const args = { ...sized, ...(named !== undefined && { token: named }) }
          return decide(world, { ...command, args } as typeof command, context)
        }
        return pages[where](token, { key, page }) ?? right
      },
    }
  }
}

interface Paged {
  readonly token?: string
  readonly size?: number
}

/** The verbs whose lists come in pages that tokens name. */
export const pagedVerbs = ({ contract, dialect }: Vendor): ReadonlySet<string> =>
  new Set(
    [...verbReadingsOf(dialect)]
      .filter(([name]) => contract.operations.get(name)?.pagination?.next !== undefined)
      .flatMap(([, readings]) => readings.map(({ verb }) => verb)),
  )

type Paging = (token: string | undefined, asked: Asked) => Decision | undefined

/** What is answered to a token, or to none; undefined where it is what the endpoint answers itself. */
const pages: Readonly<Record<EmptyPage, Paging>> = {
  first: (token, { key, page }) => {
    if (token === undefined) return pageOf(page()) && emptyPage(page(), mark('first', key))
    return marked('first', token) === key ? page() : undefined
  },
  between: (token, { page }) => {
    const named = token === undefined ? undefined : marked('between', token)
    if (named !== undefined) return emptyPage(page(named), named)
    return followed(page(token), (next) => next && mark('between', next))
  },
  last: (token, { key, page }) => {
    if (token !== undefined && marked('last', token) === key) return emptyPage(page())
    return followed(page(token), (next) => next ?? mark('last', key))
  },
}

const emptyPage = (decision: Decision, next?: string): Decision =>
  answering(decision, { items: [], ...(next !== undefined && { next }) })

const followed = (
  decision: Decision,
  following: (next: string | undefined) => string | undefined,
): Decision => {
  const page = pageOf(decision)
  if (page === undefined) return decision
  const { next: before, ...rest } = page
  const next = following(before)
  return answering(decision, { ...rest, ...(next !== undefined && { next }) })
}

/** A decision with another page, unless it is a refusal. */
export const answering = (decision: Decision, page: Page<unknown>): Decision =>
  decision.kind === 'refused' ? decision : { ...decision, result: page }

const mark = (kind: EmptyPage, text: string): string =>
  `${kind}.${Buffer.from(text).toString('base64url')}`

const marked = (kind: EmptyPage, token: string): string | undefined => {
  const [named, coded = ''] = token.split('.')
  return named === kind ? Buffer.from(coded, 'base64url').toString() : undefined
}

/** Lists with fewer entries on a page than were asked for, or than it would have. */
export function withSmallerPages({ decide }: Steps, vendor: Vendor): Partial<Steps> {
  const verbs = pagedVerbs(vendor)
  return {
    decide: (world, command, context) => {
      const right = decide(world, command, context)
      const { size = 3 } = command.args as Paged
      // what is refused for its size is refused as before
      if (!verbs.has(command.verb) || right.kind === 'refused' || size < 2) return right
      const args = { ...command.args, size: size - 1 }
      return decide(world, { ...command, args } as typeof command, context)
    },
  }
}
