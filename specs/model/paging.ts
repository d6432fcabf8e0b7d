import type { Page, Paging } from '../vocabulary/nouns.ts'
import { done, refused, type Decision, type Refused, type Situation } from './decision.ts'

/** A list to be read page by page: entries oldest first, how to know one again, how to show it. */
export interface Listing<S, T> {
  readonly entries: readonly S[]
  readonly keyOf: (entry: S) => string
  readonly show: (entry: S) => T
}

/** Where the last page ended. */
interface Bookmark {
  readonly key: string
  readonly offset: number
}

/**
 * The page the command asks for. A token fits only the list and the caller it was made for;
 * when the entry it ends at is gone, the next page starts at the same place.
 * Refuses `pageTokenInvalid`, `invalid.minimum` and `invalid.maximum`.
 */
export function listed<S, T>(situation: Situation, listing: Listing<S, T>): Decision<Page<T>> {
  const { size, token } = situation.command.args as Paging
  const flaw = sizeFlaw(situation, size)
  if (flaw) return flaw
  const start = token === undefined ? 0 : startOf(situation, listing, token)
  if (start === undefined)
    return refused('pageTokenInvalid', 'the page token was not issued for this list')
  const end = start + (size ?? defaultSize(situation))
  const shown = listing.entries.slice(start, end)
  const items = shown.map((entry) => listing.show(entry))
  const total = listing.entries.length
  const page = situation.rules.pages === 'offsets' ? { items, total } : { items }
  const last = shown.at(-1)
  if (last === undefined || end >= total) return done(page)
  return done({ ...page, next: writeToken(situation, { key: listing.keyOf(last), offset: end }) })
}

/** Without a default of its own a vendor's pages are as long as they may be. */
const defaultSize = ({ rules }: Situation): number => {
  const { pageSizeMax = Infinity, pageSizeDefault = pageSizeMax } = rules.limits
  return pageSizeDefault
}

/** Why a page can not have that many entries. */
export function sizeFlaw({ rules }: Pick<Situation, 'rules'>, size = 1): Refused | undefined {
  const least = rules.pages === 'offsets' ? 0 : 1
  if (size < least) return refused('invalid.minimum', `a page has at least ${least} entries`)
  const { pageSizeMax = Infinity } = rules.limits
  if (size > pageSizeMax)
    return refused('invalid.maximum', `a page has at most ${pageSizeMax} entries`)
  return undefined
}

const startOf = <S, T>(
  situation: Situation,
  { entries, keyOf }: Listing<S, T>,
  token: string,
): number | undefined => {
  if (situation.rules.pages === 'offsets')
    return /^\d{1,15}$/u.test(token) ? Number(token) : undefined
  const bookmark = readToken(situation, token)
  if (!bookmark) return undefined
  const { key, offset } = bookmark
  const found = entries.findIndex((entry) => keyOf(entry) === key)
  return found === -1 ? Math.max(0, offset - 1) : found + 1
}

const writeToken = (situation: Situation, { key, offset }: Bookmark): string =>
  situation.rules.pages === 'offsets'
    ? String(offset)
    : Buffer.from(JSON.stringify([fingerprint(situation), key, offset])).toString('base64url')

const readToken = (situation: Situation, token: string): Bookmark | undefined => {
  const value = parsed(Buffer.from(token, 'base64url').toString())
  if (!Array.isArray(value) || value.length !== 3) return undefined
  const [print, key, offset] = value as unknown[]
  if (print !== fingerprint(situation)) return undefined
  if (typeof key !== 'string' || !Number.isInteger(offset)) return undefined
  return { key, offset: Number(offset) }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Which list this is, as a 32 bit FNV-1a hash: verb, caller and every argument but the page's own.
 */
const fingerprint = ({ command, caller }: Situation): string => {
  const query = { ...command.args, size: undefined, token: undefined }
  let hash = 0x811c9dc5
  for (const character of JSON.stringify([command.verb, caller.id, query]))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
