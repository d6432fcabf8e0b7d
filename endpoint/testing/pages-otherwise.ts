import { isObject, type JsonObject } from '../../specs/contract/json.ts'
import type { Decision } from '../../specs/model/decision.ts'
import { verbReadingsOf } from '../../specs/vendor/dialect.ts'
import type { Vendor } from '../../specs/vendor/vendor.ts'
import { pageOf } from '../fault-kit/page-of.ts'
import type { Steps } from '../steps.ts'
import { answering, pagedVerbs } from '../variant-kit/other-pages.ts'

/** How a list is asked for: `list` tells it from others, `of` reads a page of it with what the endpoint itself names. */
interface Asked {
  readonly list: string
  readonly of: (token?: string) => Decision
}

/**
 * Lists in other pages, which are as right: an empty page with a token comes first, one stands between all others, the
 * last token leads to an empty page, and pages are shorter than asked. Tokens still fit one list only.
 */
export function otherPages({ decide }: Steps, vendor: Vendor): Partial<Steps> {
  // elsewhere pages are counted, or there is one only
  const names = pagedVerbs(vendor)
  return {
    decide: (world, command, context) => {
      const right = decide(world, command, context)
      if (!names.has(command.verb)) return right
      const { token, size, ...args } = command.args as Paged
      const list = JSON.stringify([command.verb, command.caller, args])
      const short = typeof size === 'number' && size > 1 ? size - 1 : 1
      const of = (inner?: string): Decision => {
        const paged = { ...args, size: short, ...(inner !== undefined && { token: inner }) }
        return decide(world, { ...command, args: paged } as typeof command, context)
      }
      // what is refused for its size or its arguments is so with any pages
      if (token === undefined && pageOf(right) === undefined) return right
      if (token === undefined) return answering(right, { items: [], next: tokenOf('first', list) })
      return following(right, token, { list, of })
    },
  }
}

interface Paged {
  readonly token?: string
  readonly size?: number
}

const tokenOf = (kind: string, rest: string): string =>
  `${kind}.${Buffer.from(rest).toString('base64url')}`

/** The page that a token of ours names; the refusal of a token that is none of this list's. */
const following = (right: Decision, token: string, { list, of }: Asked): Decision => {
  const [kind = '', coded = ''] = token.split('.')
  const rest = Buffer.from(coded, 'base64url').toString()
  if (kind === 'page') return shown(of(rest), list)
  if (kind === 'gap') return answering(of(rest), { items: [], next: tokenOf('page', rest) })
  if (rest !== list) return right
  return kind === 'first' ? shown(of(), list) : answering(of(), { items: [] })
}

/** A page with entries: behind it comes an empty one, whether or not there is more. */
const shown = (decision: Decision, list: string): Decision => {
  const page = pageOf(decision)
  if (page === undefined) return decision
  const next = page.next === undefined ? tokenOf('end', list) : tokenOf('gap', page.next)
  return answering(decision, { items: page.items, next })
}

/** Pages that are counted have one entry, unless another size is asked for. */
export function countedByOne({ decide }: Steps, { contract, dialect }: Vendor): Partial<Steps> {
  const counted = [...verbReadingsOf(dialect)].filter(([name]) => {
    const { pagination } = contract.operations.get(name) ?? {}
    return pagination !== undefined && pagination.next === undefined
  })
  const verbs = new Set(counted.flatMap(([, readings]) => readings.map(({ verb }) => verb)))
  return {
    decide: (world, command, context) => {
      const args = { size: 1, ...command.args }
      return verbs.has(command.verb)
        ? decide(world, { ...command, args } as typeof command, context)
        : decide(world, command, context)
    },
  }
}

/** The last page says so with null, or with an empty text, and the entries of each come the other way round. */
export function otherEnds(end: null | ''): (steps: Steps, vendor: Vendor) => Partial<Steps> {
  return ({ decide }, { contract }) => ({
    decide: (world, command, context) => {
      const decision = decide(world, command, context)
      const page = pageOf(decision)
      if (page === undefined) return decision
      return answering(decision, { ...page, items: page.items.toReversed() })
    },
    write: (output, { operation }) => {
      const next = contract.operations.get(operation)?.pagination?.next
      return next === undefined ? output : ending(output, next.split('.'), end)
    },
  })
}

const ending = (output: JsonObject, path: readonly string[], end: null | ''): JsonObject => {
  const [step = '', ...rest] = path
  const part = output[step]
  if (rest.length > 0)
    return isObject(part) ? { ...output, [step]: ending(part, rest, end) } : output
  return { ...output, [step]: part ?? end }
}
